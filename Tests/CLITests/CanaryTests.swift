import ClinicalModel
import Foundation
import TestSupport
import Testing

@testable import CLI

/// A word that nobody else uses, in the place of what could name a patient.
private let canary = "zzqx"

/// What lists of rows inside a row are called in a case file.
private let inside = [
  "lesion_observations": "observations", "therapy_targets": "targets", "response_therapies": "therapies",
]

/// A row of a table and rows below it as a case file, with the canary in every field that takes free words.
private func row(of schema: Schema, id: String) -> String {
  var told = ["id: \(id)"]
  if case .named(let column, _) = schema.identity { told = ["\(column): \(column == "lesion_id" ? "L1" : "T1")"] }
  for column in schema.columns {
    let value: String? =
      switch column.kind {
      case _ where column.name == "about": "cases/country"
      case _ where column.name == "kind" && schema.name == "annotations": "absent"
      case _ where column.name == "kind" && schema.name == "sources": "chart"
      case _ where ["agent", "pmid", "value_text"].contains(column.name): column.name == "pmid" ? nil : canary
      case _ where column.name == "code" && schema.name == "measurements": "msi"
      case _ where column.name == "code": canary
      case .text, .choice(_, closed: false): canary
      case .choice(let words, closed: true):
        column.required || ["category", "status"].contains(column.name) ? words.first : nil
      case .code: column.required ? column.example : nil
      case .integer, .real, .boolean, .date, .reference: nil
      }
    if let value { told.append("\(column.name): \(value)") }
  }
  for child in schema.children {
    told.append("\(inside[child.name] ?? child.name): [\(row(of: child, id: "\(child.name.prefix(1).uppercased())1"))]")
  }
  return "{\(told.joined(separator: ", "))}"
}

/// Everything below a path: names and contents.
private func everything(below path: String) throws -> String {
  var isDirectory: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return "" }
  guard isDirectory.boolValue else { return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) }
  return try FileManager.default.contentsOfDirectory(atPath: path).map { name in
    try name + "\n" + everything(below: "\(path)/\(name)")
  }.joined()
}

@Test func `what is free words in any field leaves in no export unless it is identified`() throws {
  let psoas = try CommandLine(seeded: false)
  let file = try psoas.file("case.yaml", row(of: Case.table.schema, id: "\(canary)-1"))
  let imported = psoas.run(["import", file, "--as-reported", "--reason", "synthetic"])
  #expect(imported.code == 0, "\(imported.errors)")
  _ = psoas.run("codes --list \(canary) --import " + (try psoas.file("codes.tsv", "\(canary)\t\(canary)\n")))
  #expect(psoas.run(["cohort", "save", canary, "--therapy", canary, "--finding", canary, "--note", canary]).code == 0)
  for profile in ["shared", "limited"] {
    for (format, name) in [
      ("csv", "a.csv"), ("evidence-table", "a.md"), ("evidence-table", "b.csv"), ("datapackage", "package"),
      ("bibtex", "a.bib"), ("ris", "a.ris"), ("csl-json", "a.json"),
    ] {
      let path = psoas.path("\(profile)-\(name)")
      let outcome = psoas.run([
        "export", "--format", format, "--profile", profile, "--cohort", canary, "--output", path,
      ])
      #expect(outcome.code == 0, "\(outcome)")
      #expect(try !everything(below: path).lowercased().contains(canary), "\(profile) \(format)")
    }
  }
  let full = psoas.path("full")
  #expect(psoas.run(["export", "--format", "datapackage", "--identified", "--output", full]).code == 0)
  let told = try everything(below: full)
  #expect(told.components(separatedBy: canary).count > 60, "the canary is in the registry")
}

@Test(arguments: ["--case kodama2024-1", "--source kodama2024", "--text pleurisy"])
func `a shared export is not chosen by what says whose rows they are`(criterion: String) throws {
  let psoas = try CommandLine(seeded: true)
  for format in ["csv", "evidence-table", "datapackage"] {
    let line = "export --format \(format) \(criterion) --output \(psoas.path(format))"
    let refused = psoas.run(line)
    #expect(refused.code == 77 && !FileManager.default.fileExists(atPath: psoas.path(format)), "\(refused)")
    #expect(psoas.run(line + " --profile limited").code == 0)
    #expect(try !everything(below: psoas.path(format)).contains("kodama2024"))
  }
  #expect(psoas.run("export --format bibtex \(criterion) --output \(psoas.path("a.bib"))").code == 0)
}

@Test func `a package that is shared tells criteria without exact values`() throws {
  let psoas = try CommandLine(seeded: true)
  let line =
    "export --format datapackage --primary-site lung --age 40..49 --onset 2019 --country JPN --not case=kodama2024-2"
  #expect(psoas.run(line + " --output \(psoas.path("p"))").code == 0)
  let told = try psoas.text("p/datapackage.json")
  #expect(
    told.contains("--primary-site lung --age (left out) --country (left out) --onset (left out) --not case=(left out)"))
}

@Test func `every reason that the program gives for an empty cell is a known one`() throws {
  let psoas = try CommandLine(seeded: true)
  for case let file as URL in FileManager.default.enumerator(
    at: Golden.file("Tests/Fixtures/valid"), includingPropertiesForKeys: nil)!
  {
    _ = psoas.run(["import", file.path])
  }
  try psoas.tamper("DELETE FROM annotations")
  for id in psoas.run("query --format csv --columns case_id").output.split(whereSeparator: \.isNewline).dropFirst() {
    let file = try psoas.file("x.yaml", psoas.run(["show", String(id), "--format", "yaml"]).output)
    let other = try CommandLine(seeded: false)
    _ = other.run(["import", file, "--as-reported", "--reason", "x"])
    let cells = other.run("query --format csv --columns absent").output.split(whereSeparator: \.isNewline).dropFirst()
    for reason in cells.joined().replacing("\"", with: "").split(separator: ";").compactMap({
      $0.split(separator: "=").last
    }) {
      if !AbsenceReason.holds(String(reason)) { Issue.record("\(id): \(reason)") }
    }
  }
}
