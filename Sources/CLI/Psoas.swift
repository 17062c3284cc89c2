import ArgumentParser
import ClinicalModel
import ClinicalRules
import Presentation
import Registry

/// The registry's command line.
struct Psoas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "psoas", abstract: "A case registry for malignant psoas syndrome in one SQLite file.",
    discussion: """
      Start with: psoas init, then psoas import case.yaml or psoas add.
      Try it on two published cases: psoas demo
      """,
    version: version,
    subcommands: [
      InitCommand.self, DemoCommand.self, AddCommand.self, ImportCommand.self, QueryCommand.self, ShowCommand.self,
      EditCommand.self, WithdrawCommand.self, ReinstateCommand.self, HistoryCommand.self, VerifyCommand.self,
      CheckCommand.self, RefreshCommand.self, ExportCommand.self, CohortCommand.self, SQLCommand.self,
      DictionaryCommand.self,
      CodesCommand.self,
      TemplateCommand.self,
      SchemaCommand.self,
    ])

  static let version = "0.1.0"

  /// Runs one command line.
  ///
  /// - Returns: the exit code.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      let arguments = answered(commandFirst(arguments))
      try checkCommand(arguments.first)
      var command = try parseAsRoot(arguments)
      try command.run()
      return ExitStatus.done.rawValue
    } catch let error as RegistryError {
      Console.note(error.text(\.spelled).split(separator: "\n").map { "psoas: \($0)" }.joined(separator: "\n"))
      return error.status.rawValue
    } catch {
      return finish(error)
    }
  }

  /// `--registry PATH` and what every command that changes something takes may stand before the command, too.
  private static func commandFirst(_ arguments: [String]) -> [String] {
    let common = ["--registry", "--actor", "--reason"]
    var rest = arguments[...]
    while let first = rest.first, common.contains(where: { first == $0 || first.hasPrefix($0 + "=") }) {
      rest = rest.dropFirst(common.contains(first) ? 2 : 1)
    }
    return Array(rest + arguments[..<rest.startIndex])
  }

  /// A question that alone means yes.
  private static func answered(_ arguments: [String]) -> [String] {
    let question = "--\(CaseCriterion.Key.dissociatedResponse.rawValue)"
    return arguments.indices.flatMap { index in
      let next = index + 1 < arguments.count ? arguments[index + 1] : "-"
      return arguments[index] == question && next.hasPrefix("-") ? [question, "yes"] : [arguments[index]]
    }
  }

  /// An unknown command is told with the nearest one.
  private static func checkCommand(_ name: String?) throws {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let name, !name.hasPrefix("-"), !known.contains(name) else { return }
    throw RegistryError.usage(
      Fault("there is no command \(name.quoted)", mend: Suggestion.sentence(for: name, among: known)))
  }

  /// Help and version are results; a usage error is told in a line or two.
  private static func finish(_ error: any Error) -> Int32 {
    switch exitCode(for: error) {
    case .success:
      Console.print(fullMessage(for: error) + "\n")
      return ExitStatus.done.rawValue
    case .validationFailure:
      Console.note("psoas: \(message(for: error))")
      Console.note("See psoas --help, or psoas COMMAND --help.")
      return ExitStatus.usage.rawValue
    case let code where error is ExitCode: return code.rawValue
    case _:
      // Not what the error says of itself: it could hold a row.
      Console.note("psoas: \(type(of: error)). This is our fault; please report it with the command that you typed.")
      return ExitStatus.ourFault.rawValue
    }
  }
}
