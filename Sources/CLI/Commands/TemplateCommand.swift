import ArgumentParser
import Interchange

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "A case file to fill in, or the header of a sheet with a case a row.",
    discussion: """
      The columns of a sheet are paths: lesions/L1/muscle is the muscle of the lesion L1; a second lesion has columns of \
      its own, lesions/L2/muscle. Delete the columns that you do not need.
      Example: psoas template > smith2021-1.yaml
      Example: psoas template --format csv > sheet.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, csv }

  @Option(help: "yaml or csv.") var format: Format = .yaml

  @Flag(help: "Every field, not only those that a case report usually tells.")
  var full = false

  func run() throws {
    Console.print(format == .yaml ? CaseTemplate.text(full: full) : CaseTemplate.sheet(full: full))
  }
}

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "The JSON Schema of a case file.",
    discussion:
      "Editors that know JSON Schema complete and check YAML with it.\nExample: psoas schema > psoas.schema.json")

  func run() throws { Console.print(CaseSchema.text) }
}
