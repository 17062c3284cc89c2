import ClinicalModel
import Foundation
import TestSupport
import Testing

@testable import CLI

/// A registry with the published cases and all valid samples.
private func everyCase() throws -> CommandLine {
  let psoas = try CommandLine(seeded: true)
  _ = psoas.run(["import"] + (try Samples.fixtures("valid").map(\.path)))
  return psoas
}

private func ids(_ psoas: CommandLine) -> [String] { psoas.run("query --columns case_id").output.caseIDs }

@Test func `a directory of tables comes in as the cases that it was written from, to the byte`() throws {
  let here = try everyCase()
  #expect(here.run("export", "--format", "long", "--identified", "--output", here.path("long")).code == 0)
  let there = try CommandLine(seeded: false)
  #expect(there.run("import", here.path("long")).output.hasSuffix("\n\(ids(here).count) created\n"))
  for id in ids(here) {
    #expect(there.run("show", id, "--format", "json").output == here.run("show", id, "--format", "json").output)
  }
  #expect(there.run("export", "--format", "long", "--identified", "--output", there.path("long")).code == 0)
  for file in try FileManager.default.contentsOfDirectory(atPath: here.path("long")) {
    #expect(try there.text("long/\(file)") == here.text("long/\(file)"))
  }
  #expect(there.run("import", here.path("long")).output.hasSuffix("\n\(ids(here).count) unchanged\n"))
}

@Test func `tables that somebody has sorted otherwise come in as well`() throws {
  let here = try everyCase()
  _ = here.run("export", "--format", "long", "--identified", "--output", here.path("long"))
  let lines = try here.text("long/mps_episodes.csv").split(separator: "\r\n")
  _ = try here.file("long/mps_episodes.csv", ([lines[0]] + lines.dropFirst(2) + [lines[1]]).joined(separator: "\n"))
  let there = try CommandLine(seeded: false)
  #expect(there.run("import", here.path("long")).code == 0)
  for id in ids(here) {
    #expect(there.run("show", id, "--format", "json").output == here.run("show", id, "--format", "json").output)
  }
}

@Test func `a row of a case that is not there is refused with its line`() throws {
  let psoas = try CommandLine(seeded: false)
  try FileManager.default.createDirectory(atPath: psoas.path("t"), withIntermediateDirectories: true)
  _ = try psoas.file("t/cases.csv", "case_id,sex\na-1,female\n")
  _ = try psoas.file("t/lesions.csv", "case_id,id,muscle\na-1,L1,psoas\na-2,L1,psoas\n")
  let outcome = psoas.run("import", psoas.path("t"))
  #expect(outcome.code == 65)
  #expect(outcome.errors.contains("lesions.csv: line 3: column case_id: there is no case \"a-2\""))
}

@Test func `a sheet made from the template comes in as the case that it tells`() throws {
  let psoas = try CommandLine(seeded: false)
  let header = psoas.run("template --format csv").output.split(separator: "\r\n")[0].split(separator: ",").map(
    String.init)
  let cells = [
    "case_id": "smith2021-1", "sex": "female", "age_min": "61", "age_max": "61", "age_at": "report",
    "sources/1/doi": "10.1000/smith", "sources/1/label": "\"Case 1, the first\"", "primary_tumours/P1/site": "bladder",
    "primary_tumours/P1/histology": "8120/3", "stagings/S1/t": "3", "stagings/S1/system": "TNM",
    "molecular_tests/M1/outcome": "driver_detected", "driver_genes/G1/gene": "FGFR3",
    "driver_genes/G1/status": "positive", "lesions/L1/muscle": "iliopsoas", "lesions/L1/laterality": "left",
    "mps_episodes/E1/onset_date": "2020-04~", "therapies/T1/category": "radiotherapy",
    "therapies/T1/delivered_gy": "NR", "therapies/T1/targets": "L1",
  ]
  #expect(Set(cells.keys).isHeld(in: header))
  let row = header.map { cells[$0] ?? "" }.joined(separator: ",")
  let file = try psoas.file("sheet.csv", "\u{FEFF}" + header.joined(separator: ",") + "\r\n" + row + "\r\n")
  #expect(psoas.run("import", file).output == "created smith2021-1\n1 created\n")
  let shown = psoas.run("show smith2021-1 --format yaml").output
  for line in [
    "doi: 10.1000/smith", "label: Case 1, the first", "site_text: bladder", "onset_date: 2020-04~", "targets: [L1]",
    "about: therapies/T1/delivered_gy", "reason: not_reported",
  ] {
    #expect(shown.contains(line), "\(line)\n\(shown)")
  }
  #expect(psoas.run("import", file).output == "unchanged smith2021-1\n1 unchanged\n")
}

extension Set<String> {
  fileprivate func isHeld(in list: [String]) -> Bool { subtracting(list).isEmpty }
}

@Test func `a blank takes nothing away, and NR, NA and NT are three answers`() throws {
  let psoas = try CommandLine(seeded: false)
  let header = "case_id,sex,pack_years,country,lesions/L1/muscle,lesions/L1/laterality,lesions/L1/level_from\n"
  _ = psoas.run("import", try psoas.file("a.csv", header + "a-1,female,40,JPN,psoas,left,L2\n"))
  #expect(psoas.run("import", try psoas.file("b.csv", header + "a-1,,,,,,\n")).output.contains("1 unchanged"))
  #expect(psoas.run("import", try psoas.file("c.csv", header + "a-1,,NR,NA,,NA,NT\n")).output.contains("1 updated"))
  let shown = psoas.run("show a-1 --format yaml").output
  for line in [
    "sex: female", "muscle: psoas", "laterality: not_applicable", "about: cases/pack_years", "reason: not_reported",
    "about: cases/country", "reason: not_applicable", "about: lesions/L1/level_from", "reason: not_tested",
  ] {
    #expect(shown.contains(line), "\(line)")
  }
  #expect(!shown.contains("JPN"))
  _ = psoas.run("import", try psoas.file("d.csv", header + "a-1,,,KOR,,,\n"))
  let mended = psoas.run("show a-1 --format yaml").output
  #expect(mended.contains("country: KOR") && !mended.contains("cases/country"))
}

@Test func `a cohort that comes back changes nothing, and a derived column that says otherwise is told`() throws {
  let psoas = try everyCase()
  let file = psoas.path("cohort.csv")
  _ = psoas.run("export", "--format", "csv", "--identified", "--output", file)
  let again = psoas.run("import", file)
  #expect(again.output.hasSuffix("\n\(ids(psoas).count) unchanged\n"))
  #expect(!again.errors.contains("by the case"))
  let header = "case_id,sex,site_group\n"
  let told = psoas.run("import", try psoas.file("x.csv", header + "kodama2024-1,male,lung\nkodama2024-2,male,skin\n"))
  #expect(told.errors.contains("x.csv: line 3: column site_group"))
  #expect(told.errors.contains("site_group is \"skin\" in the sheet and \"lung\" by the case"))
  #expect(!told.errors.contains("line 2"))
  _ = psoas.run("export", "--format", "csv", "--output", psoas.path("shared.csv"))
  #expect(psoas.run("import", psoas.path("shared.csv")).code == 65)
}

@Test(arguments: [
  ("cases/death_date", "43831", "2020-01-01"), ("cases/death_date", "Mar-20", "2020-03"),
  ("cases/death_date", "14/03/2020", "which number is the day"), ("driver_genes/G1/gene", "2-Mar", "MARCHF2"),
  ("driver_genes/G1/gene", "Sep-09", "SEPTIN9"), ("primary_tumours/P1/histology", "Mar-40", "8140/3"),
  ("sources/1/pmid", "3.2E+07", "long number"), ("pack_years", "2-Jan", "2-1 or 1-2"),
  ("note", "#REF!", "error of the"),
  ("note", "####", "too narrow"), ("therapies/T1/delivered_gy", "30 Gy", "is not a number"),
  ("sex", "F", "is not known here"),
])
func `damage of a spreadsheet is named with line, column and value`(column: String, value: String, what: String) throws
{
  let psoas = try CommandLine(seeded: false)
  let file = try psoas.file("x.csv", "case_id,\(column)\na-1,\na-2,\(value)\n")
  let outcome = psoas.run("import", file)
  #expect(outcome.code == 65)
  let name = column.hasPrefix("cases/") ? String(column.dropFirst(6)) : column
  #expect(outcome.errors.contains("x.csv: line 3: column \(column)") || outcome.errors.contains("column \(name)"))
  #expect(outcome.errors.contains("\"\(value)\"") && outcome.errors.contains(what), "\(outcome.errors)")
  #expect(psoas.run("query --columns case_id").output.caseIDs.isEmpty)
}

@Test func `rows of a table without ids are numbered, and found again by file and line`() throws {
  let psoas = try CommandLine(seeded: false)
  try FileManager.default.createDirectory(atPath: psoas.path("t"), withIntermediateDirectories: true)
  _ = try psoas.file("t/cases.csv", "case_id,sex\na-1,female\na-2,\n")
  _ = try psoas.file("t/driver_genes.csv", "case_id,molecular_test_id,id,gene\na-1,,,ALK\na-2,M7,,KRASS\n")
  let outcome = psoas.run("import", psoas.path("t"))
  #expect(outcome.errors.contains("driver_genes.csv: line 3: a-2: driver_genes/G1: \"M7\" is no molecular test"))
  _ = try psoas.file("t/driver_genes.csv", "case_id,molecular_test_id,id,gene\na-1,,,ALK\na-2,,,KRASS\n")
  let spelled = psoas.run("import", psoas.path("t"))
  #expect(spelled.errors.contains("driver_genes.csv: line 3: column gene: a-2: driver_genes/G1/gene: \"KRASS\""))
  _ = try psoas.file("t/driver_genes.csv", "case_id,molecular_test_id,id,gene\na-1,,,ALK\na-2,,,KRAS\n")
  #expect(psoas.run("import", psoas.path("t")).output.hasSuffix("2 created\n"))
  #expect(psoas.run("import", psoas.path("t")).output.hasSuffix("2 unchanged\n"))
  _ = try psoas.file("t/driver_genes.csv", "case_id,molecular_test_id,id,gene\na-1,,,RET\n")
  let other = psoas.run("import", psoas.path("t"))
  #expect(other.code == 65)
  #expect(
    other.errors.contains("column gene (\"RET\"): a-1: driver_genes/G1/gene: the row has no id, and driver_genes/G1"))
}
