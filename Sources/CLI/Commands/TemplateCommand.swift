import ArgumentParser
import Registry

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "A commented YAML case file to fill in.",
    discussion: "Example: psoas template > smith2021-1.yaml")

  @Flag(help: "Every field, not only those that a case report usually tells.")
  var full = false

  func run() throws { Console.print(CaseFileHelp.template(full: full)) }
}

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "The JSON Schema of a case file.",
    discussion:
      "Editors that know JSON Schema complete and check YAML with it.\nExample: psoas schema > psoas.schema.json")

  func run() throws { Console.print(CaseFileHelp.jsonSchema) }
}
