import ArgumentParser
import ClinicalModel
import ClinicalRules
import Presentation
import Registry

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Judges stored cases by the edit checks.",
    discussion: """
      Only what cannot be true is an error; exit code 65 says that there is one which nobody lets stand.
      --override lets the findings of one check in one case stand, with --reason; it lapses when a field involved changes.
      Example: psoas check smith2021-1 --severity warning
      Example: psoas check smith2021-1 --override ST-03 --reason 'as published'
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions
  @OptionGroup var listing: ListingOptions

  @Option(help: "error, warning, rare, incomplete or information: this and what is graver.")
  var severity: CheckSeverity = .information

  @Flag(help: "What somebody lets stand, with who, when and why.") var overridden = false
  @Flag(help: "What every check says, also that it passes or cannot tell.") var all = false
  @Flag(help: "The checks themselves.") var list = false

  @Option(help: ArgumentHelp("Lets the findings of this check stand.", valueName: "check"))
  var override: String?

  @Argument(help: "Cases by their ids; all that are not withdrawn when left out.")
  var ids: [String] = []

  func validate() throws {
    if override != nil, ids.count != 1 {
      throw ValidationError("--override needs one case; for example psoas check smith2021-1 --override ST-03")
    }
  }

  func run() throws {
    if list { return listing.print(CheckCatalogue.listing) }
    if let override {
      let count = try registry.open(by: curator).override(override, of: ids[0])
      return Console.note("\(count) \(count == 1 ? "finding" : "findings") of \(override) may stand")
    }
    let report = try registry.open().check(ids, overridden ? .overridden : all ? .all : .open(severity))
    listing.print(report.table(\.spelled))
    if report.rows.isEmpty { Console.note(overridden ? "nothing is overridden" : "nothing is open") }
    if report.openErrors > 0 {
      Console.note("\(report.openErrors) \(report.openErrors == 1 ? "error is" : "errors are") open")
      throw ExitCode(ExitStatus.dataRefused.rawValue)
    }
  }
}
