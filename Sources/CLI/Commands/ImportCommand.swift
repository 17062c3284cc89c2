import ArgumentParser
import ClinicalModel
import Registry

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Brings in case files: all of them or none.",
    discussion: """
      A case that is stored already is brought up to date; an equal one is unchanged.
      Example: psoas import smith2021.yaml cases/
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions
  @OptionGroup var reported: ReportedOptions

  @Argument(help: "Files (.yaml, .json, .ndjson) and directories of them.")
  var paths: [String]

  func run() throws {
    let report = try registry.open(by: curator).importFiles(paths, asReported: reported.asReported)
    report.tellNotices()
    Console.print(report.text)
  }
}

extension ImportReport {
  /// A line a case, then what they come to.
  var text: String {
    let outcomes: [Entry.Outcome] = [.created, .updated, .unchanged]
    let sums = outcomes.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }
    return entries.map { "\($0.outcome.rawValue) \($0.caseID)\n" }.joined() + sums.joined(separator: ", ") + "\n"
  }

  func tellNotices() { for notice in notices { Console.note("psoas: notice: \(notice.text)") } }
}
