import Testing

@testable import CLI
@testable import ClinicalModel
@testable import Interchange

/// The template with every field uncommented, and an id.
private func uncommented(_ template: String) -> String {
  template.split(separator: "\n").map { line in
    line.hasPrefix("# ") ? String(line.dropFirst(2)) : line.hasPrefix("id:") ? "id: synthetic-1" : String(line)
  }.joined(separator: "\n")
}

@Test(arguments: ["template", "template --full"])
func `a template with every field uncommented is a case`(command: String) throws {
  let psoas = try CommandLine(seeded: false)
  let template = psoas.run(command).output
  let outcome = psoas.run("import", try psoas.file("case.yaml", uncommented(template)))
  #expect(outcome.code == 0, "\(outcome.errors)")
  #expect(psoas.run("import", try psoas.file("empty.yaml", template)).errors.contains("no id"))
}

@Test func `the full template has every field, the short one only fields that there are`() throws {
  let full = try CommandLine().run("template --full").output
  var names: Set<String> = []
  for schema in Case.table.schema.withDescendants {
    names.insert(schema.name)
    for column in schema.columns {
      names.insert("\(schema.name)/\(column.name)")
      #expect(full.contains(" \(column.name): "), "\(schema.name)/\(column.name)")
    }
  }
  #expect(CaseTemplate.usual.subtracting(names) == [])
}

@Test func `codes are found by parts of their words, in every format`() throws {
  let psoas = try CommandLine()
  #expect(psoas.run("codes lung LOWER").output.contains("C34.3"))
  #expect(psoas.run("codes her2 --format csv").output.contains("gene,ERBB2,"))
  #expect(psoas.run("codes transitional --format ndjson").output.contains("\"8120/3\""))
  #expect(psoas.run("codes zzz").code == 0 && psoas.run("codes zzz").errors.contains("part of the word"))
}

@Test(arguments: ["table", "json", "ndjson", "csv", "markdown"])
func `every listing is written in every format`(format: String) throws {
  let psoas = try CommandLine(seeded: true)
  for command in ["query", "dictionary", "codes lung", "history kodama2024-1"] {
    let outcome = psoas.run("\(command) --format \(format)")
    #expect(outcome.code == 0 && outcome.output.count > 50, "\(command)")
  }
}
