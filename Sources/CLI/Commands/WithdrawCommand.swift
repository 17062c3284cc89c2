import ArgumentParser
import Registry

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Hides a case from every cohort; it is kept and can come back.",
    discussion: "Example: psoas withdraw smith2021-1 --reason 'the authors retracted the report'")

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions

  @Argument(help: "The case's id.")
  var id: String

  func run() throws {
    let done = try registry.open(by: curator).withdraw(id)
    Console.print(done ? "withdrew \(id)\n" : "unchanged \(id): it is withdrawn already\n")
  }
}

struct ReinstateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reinstate", abstract: "Brings a withdrawn case back.",
    discussion: "Example: psoas reinstate smith2021-1 --reason 'the retraction was a mistake'")

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions

  @Argument(help: "The case's id.")
  var id: String

  func run() throws {
    let done = try registry.open(by: curator).reinstate(id)
    Console.print(done ? "reinstated \(id)\n" : "unchanged \(id): it is not withdrawn\n")
  }
}
