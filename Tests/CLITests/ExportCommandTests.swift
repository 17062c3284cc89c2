import ClinicalModel
import ClinicalRules
import Foundation
import Registry
import Testing

@testable import CLI

extension CommandLine {
  /// An exported cohort: its header and its rows.
  fileprivate func export(_ options: String...) throws -> (header: [String], rows: [String]) {
    let outcome = run(["export", "--output", path("cohort.csv")] + options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = try text("cohort.csv").split(separator: "\r\n").map(String.init)
    return (lines[0].split(separator: ",").map(String.init), Array(lines.dropFirst()))
  }
}

@Test func `an export is de-identified unless one says otherwise`() throws {
  let psoas = try CommandLine(seeded: true)
  let (header, rows) = try psoas.export()
  for column in ["onset_date", "diagnosed_date", "site", "histology", "country", "labelled_mps", "cause_of_death"] {
    #expect(!header.contains(column), "\(column)")
  }
  for column in ["site_group", "sex", "age_min", "diagnosis_to_onset_days_min", "onset_to_death_days_max"] {
    #expect(header.contains(column), "\(column)")
  }
  let text = rows.joined()
  for word in ["kodama", "2019", "2021", "C34", "JPN", "pleurisy", "10.1002"] {
    #expect(!text.contains(word), "\(word)")
  }
  #expect(rows.count == 2 && rows.allSatisfy { $0.hasPrefix("p-") })
  #expect(text.contains("EML4::ALK fusion") && text.contains(",45,49,") && text.contains(",93,211,"))
}

@Test func `the dictionary tells how a shared export tells each column`() throws {
  let psoas = try CommandLine(seeded: true)
  let rows = psoas.run("dictionary --format csv").output.split(separator: "\r\n").filter { $0.hasPrefix("case_facts,") }
  let leaving = rows.filter { !$0.contains(",left out,") }.compactMap { $0.split(separator: ",").dropFirst().first }
  #expect(leaving.map(String.init) == (try psoas.export().header))
  #expect(rows.contains { $0.hasPrefix("case_facts,age_min,") && $0.contains(",start of five-year band,") })
}

@Test func `a shared export repeated is the same to the byte, and another registry has other pseudonyms`() throws {
  let (here, there) = (try CommandLine(seeded: true), try CommandLine(seeded: true))
  let first = try here.export().rows
  #expect(try here.export().rows == first)
  #expect(Set(try there.export().rows.map { $0.prefix(18) }).isDisjoint(with: first.map { $0.prefix(18) }))
}

@Test func `an age of ninety or more is told as ninety, and its band stays open`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("add --id synthetic-1 --age 97").code == 0)
  let (header, rows) = try psoas.export()
  let cells = rows[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  let at = try #require(header.firstIndex(of: "age_min"))
  #expect(cells[at] == "90" && cells[at + 1] == "NA")
  #expect(cells[try #require(header.firstIndex(of: "absent"))].contains("age_max=top_coded"))
}

@Test func `why a cell is empty leaves as a word, never as free text`() throws {
  let psoas = try CommandLine(seeded: false)
  let file = """
    {id: synthetic-1, annotations: [{about: cases/smoking, kind: absent, reason: the nurse of ward 7 forgot},
      {about: cases/vital_status, kind: absent, reason: not_in_available_source}]}
    """
  #expect(psoas.run("import", try psoas.file("a.yaml", file)).code == 0)
  let shared = try psoas.export().rows[0]
  #expect(!shared.contains("nurse") && shared.contains("smoking=noted"))
  #expect(shared.contains("vital_status=not_in_available_source"))
  #expect(try psoas.export("--identified").rows[0].contains("nurse"))
}

@Test func `what identifies is recorded in the history, with who and what`() throws {
  let psoas = try CommandLine(seeded: true)
  _ = try psoas.export()
  #expect(psoas.run("verify").output.contains("seq 4 "), "the key of the pseudonyms was made, and nothing else told")
  _ = try psoas.export("--identified", "--actor", "Dr B", "--reason", "meta-analysis", "--sex", "male")
  _ = try psoas.export("--profile", "limited")
  #expect(psoas.run("verify").output.contains("verified to seq 6"))
  let events = psoas.run("history --format ndjson").output
  #expect(events.contains(#""action": "key""#))
  #expect(events.contains(#""actor": "Dr B", "action": "export", "reason": "meta-analysis""#))
  #expect(events.contains("--sex male") && events.contains("sha256") && !events.contains("create"), "\(events)")
}

@Test func `a limited export has dates and codes, no id and no free text`() throws {
  let (header, rows) = try CommandLine(seeded: true).export("--profile", "limited")
  #expect(header.contains("onset_date") && header.contains("site") && !header.contains("cause_of_death"))
  #expect(rows.joined().contains("2021-04-07") && !rows.joined().contains("kodama"))
}

@Test func `long tables hold every row, and leave only identified`() throws {
  let psoas = try CommandLine(seeded: true)
  let refused = psoas.run("export", "--format", "long", "--output", psoas.path("tables"))
  #expect(refused.code == 77 && refused.errors.contains("--identified"))
  #expect(psoas.run("export", "--format", "long", "--identified", "--output", psoas.path("tables")).code == 0)
  let lesions = try psoas.text("tables/lesions.csv")
  #expect(lesions.hasPrefix("case_id,id,primary_tumour_id,kind,") && lesions.contains("kodama2024-2,L5,"))
  #expect(try psoas.text("tables/therapy_targets.csv").contains("kodama2024-1,T8,L4,probable"))
  #expect(psoas.run("export", "--format", "long", "--identified", "--output", psoas.path("tables")).code == 73)
}

@Test func `an export never overwrites the registry, and writes through a link or to a pipe`() throws {
  let psoas = try CommandLine(seeded: true)
  let registry = psoas.path("psoas.sqlite")
  for name in ["link", "hard"] {
    if name == "link" {
      try FileManager.default.createSymbolicLink(atPath: psoas.path(name), withDestinationPath: registry)
    } else {
      try FileManager.default.linkItem(atPath: registry, toPath: psoas.path(name))
    }
    #expect(psoas.run("export", "--output", psoas.path(name)).code == 64)
  }
  #expect(psoas.run("export", "--output", registry).code == 64)
  #expect(psoas.run("export", "--output", psoas.directory).code == 73)
  #expect(psoas.run("export", "--output", "/dev/null").code == 0)
  try FileManager.default.createSymbolicLink(atPath: psoas.path("to.csv"), withDestinationPath: psoas.path("real.csv"))
  _ = try psoas.file("real.csv", "old")
  #expect(psoas.run("export", "--output", psoas.path("to.csv")).code == 0)
  #expect(try psoas.text("real.csv").hasPrefix("case_id,"))
  #expect(try FileManager.default.contentsOfDirectory(atPath: psoas.directory).allSatisfy { !$0.contains(".part-") })
  #expect(psoas.run("verify").code == 0)
}

@Test func `two profiles at once are usage, and so is no file to write`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("export", "--output", "-").errors.contains("name one"))
  #expect(psoas.run("export", "--identified", "--profile", "shared", "--output", psoas.path("x")).code == 64)
  #expect(psoas.run("export", "--profile", "everything", "--output", psoas.path("x")).code == 64)
}

@Test func `a column that is asked for and may not leave is refused by its name`() throws {
  let psoas = try CommandLine(seeded: true)
  let refused = psoas.run("export", "--columns", "sex,site,country", "--output", psoas.path("c.csv"))
  #expect(refused.code == 77 && refused.errors.contains("nothing leave of site, country"), "\(refused.errors)")
  #expect(try psoas.export("--columns", "sex,drivers").header == ["sex", "drivers"])
  #expect(try psoas.export("--columns", "sex,site", "--identified").rows == ["female,C34.0", "male,C34.1"])
}

@Test func `an export that is stopped leaves nothing behind, and an older file as it was`() throws {
  let psoas = try CommandLine(seeded: true)
  let registry = try CaseRegistry.open(
    at: psoas.path("psoas.sqlite"), for: .reading,
    by: Console(
      output: { _ in }, errors: { _ in }, environment: ["PSOAS_STATE": psoas.path("state")], width: nil
    ).curator())
  _ = try psoas.file("old.csv", "old")
  let before = try FileManager.default.contentsOfDirectory(atPath: psoas.directory).sorted()
  for (format, name) in [(ExportFormat.csv, "old.csv"), (.dataPackage, "package"), (.ris, "new.ris")] {
    var order = ExportOrder(CaseQuery(), format, .shared)
    order.isInterrupted = { true }
    #expect(throws: RegistryError.self) { try registry.export(order, to: psoas.path(name)) }
  }
  #expect(try psoas.text("old.csv") == "old")
  #expect(try FileManager.default.contentsOfDirectory(atPath: psoas.directory).sorted() == before)
}
