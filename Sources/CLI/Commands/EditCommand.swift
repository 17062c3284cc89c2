import ArgumentParser
import ClinicalModel
import Interchange
import Registry

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes one case.",
    discussion: """
      With nothing to change on a terminal, $VISUAL or $EDITOR opens the case as a file.
      A path is table/row/field; of the case itself its field alone will do. What psoas add knows adds rows here too.
      Examples:
        psoas edit smith2021-1 --set lesions/L1/muscle=psoas_major --reason 'misread'
        psoas edit smith2021-1 --unset therapies/T3/route --remove therapies/T4
        psoas edit smith2021-1 --observation lesion_id=L1,presence=absent
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions
  @OptionGroup var reported: ReportedOptions

  @Argument(help: "The case's id.")
  var id: String

  @Option(help: ArgumentHelp("A field and its new value.", valueName: "path=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("A field to empty.", valueName: "path"))
  var unset: [String] = []

  @Option(help: ArgumentHelp("A row to take away.", valueName: "table/row"))
  var remove: [String] = []

  @OptionGroup(title: "The patient") var patient: PatientOptions
  @OptionGroup(title: "New rows") var rows: RowOptions

  func run() throws {
    let patch = try CasePatch(id: id) { patch throws(Fault) in
      patch.removals = remove
      patch.fields = unset.map { ($0, .null) }
      for pair in set { try patch.set(pair: pair) }
      try patient.fill(&patch)
      try rows.fill(&patch)
    }
    let report =
      patch.isEmpty
      ? try editText() : try registry.open(by: curator).edit(patch, asReported: reported.asReported)
    report.tellNotices()
    for entry in report.entries { Console.print("\(entry.outcome.rawValue) \(entry.caseID)\n") }
  }
  /// Opens the case in the user's editor.
  private func editText() throws -> ImportReport {
    guard Console.current.isInteractive, let editor = Editor(in: Console.current) else {
      throw ValidationError("nothing to change; for example psoas edit \(id) --set cases/sex=female")
    }
    return try registry.open(by: curator).edit(id) { path in try editor.open(path) }
  }
}
