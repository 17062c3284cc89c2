import Foundation
import Registry
import TestSupport
import Testing

@testable import CLI

private func report(_ output: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
}

@Test func `a dry run tells field by field what would change, and changes nothing`() throws {
  let psoas = try CommandLine(seeded: true)
  let before = psoas.run("history kodama2024-1").output
  let sheet = try psoas.file("x.csv", "case_id,sex,country\nkodama2024-1,female,KOR\nnew-1,female,\n")
  let outcome = psoas.run("import", sheet, "--dry-run")
  #expect(
    outcome.output == """
      updated kodama2024-1
        cases/country: JPN → KOR
      created new-1
        cases/sex: – → female
      1 created, 1 updated
      dry run; nothing was changed

      """)
  #expect(psoas.run("history kodama2024-1").output == before)
  #expect(psoas.run("show new-1").code == 66)
}

@Test(arguments: [("update", "updated", 0), ("skip", "skipped", 0), ("refuse", "refused", 65)])
func `what becomes of a stored case is for the user to say`(choice: String, outcome: String, code: Int) throws {
  let psoas = try CommandLine(seeded: true)
  let sheet = try psoas.file("x.csv", "case_id,country\nkodama2024-1,KOR\nnew-1,KOR\n")
  let found = psoas.run("import", sheet, "--on-existing", choice, "--format", "json")
  #expect(Int(found.code) == code)
  let told = try report(found.output)
  #expect(told[outcome] as? Int == 1)
  #expect(told["cases"] as? Int == 2)
  #expect(psoas.run("show kodama2024-1 --format yaml").output.contains("KOR") == (choice == "update"))
  #expect((psoas.run("show new-1").code == 0) == (choice != "refuse"))
}

@Test func `what is right is kept when asked for, and every row is accounted for`() throws {
  let psoas = try CommandLine(seeded: true)
  let text = "case_id,sex\na-1,male\na-2,F\n,\na-3,\nkodama2024-1,female\na-1,male\na 4,male\n\"a-5\",male,x\n"
  let sheet = try psoas.file("x.csv", text)
  #expect(psoas.run("import", sheet).code == 65)
  #expect(psoas.run("show a-1").code == 66)
  let outcome = psoas.run("import", sheet, "--keep-good", "--format", "json")
  #expect(outcome.code == 65)
  let told = try report(outcome.output)
  let file = try #require((told["files"] as? [[String: Any]])?.first)
  #expect(file["rows"] as? Int == 8)
  let parts = ["blank", "created", "updated", "unchanged", "skipped", "refused"].compactMap { file[$0] as? Int }
  #expect(parts == [1, 2, 0, 1, 0, 4])
  let problems = try #require(told["problems"] as? [[String: Any]])
  #expect(problems.map { $0["line"] as? Int } == [3, 7, 8, 9])
  #expect(problems.first?["column"] as? String == "sex")
  #expect(problems.first?["value"] as? String == "F")
  #expect(psoas.run("show a-1").code == 0)
}

@Test func `a registry of an older schema is not brought up to date by a dry run`() throws {
  let psoas = try CommandLine(seeded: false)
  let old = try Samples.fixtures("registries").first { $0.pathExtension == "sqlite" }
  let path = psoas.path("old.sqlite")
  try FileManager.default.copyItem(at: try #require(old), to: URL(filePath: path))
  let sheet = try psoas.file("x.csv", "case_id\na-1\n")
  #expect(psoas.run("import", sheet, "--dry-run", "--registry", path).code == 78)
}

@Test func `progress tells cases, rate and time left`() {
  let half = ImportMeter.text(.init(cases: 5000, bytes: 50, totalBytes: 100), seconds: 4)
  #expect(half == "5000 cases, 1250 a second, 4 s left")
}

@Test func `a file full of problems is left when nobody would read more of them`() throws {
  let psoas = try CommandLine(seeded: false)
  let rows = (0..<60_000).map { "a-\($0),F\n" }.joined()
  let outcome = psoas.run("import", try psoas.file("x.csv", "case_id,sex\n" + rows), "--format", "json")
  #expect(outcome.code == 65)
  let told = try report(outcome.output)
  #expect(told["problem_count"] as? Int == 1001)
  #expect((told["files"] as? [[String: Any]])?.first?["read_whole"] as? Bool == false)
  #expect(psoas.run("query --columns case_id").output.caseIDs.isEmpty)
}
