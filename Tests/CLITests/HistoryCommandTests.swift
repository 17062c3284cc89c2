import Foundation
import Testing

@testable import CLI

@Test func `a fresh registry verifies, and so does one with cases`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("verify").code == 0)
  _ = psoas.run(["import"] + (try psoas.seedFiles()))
  let verified = psoas.run("verify")
  #expect(verified.code == 0 && verified.output.hasPrefix("verified to seq 3 against the anchor of "), "\(verified)")
  #expect(psoas.run("verify --quick").code == 0)
}

@Test func `without its anchors a registry is consistent, and no more than that`() throws {
  let psoas = try CommandLine(seeded: true)
  try FileManager.default.removeItem(atPath: psoas.path("state"))
  let outcome = psoas.run("verify")
  #expect(outcome.code == 3 && outcome.output.hasPrefix("consistent but not anchored"))
}

@Test func `an older copy put in place of the registry is found`() throws {
  let psoas = try CommandLine(seeded: true)
  let (file, copy) = (URL(filePath: psoas.path("psoas.sqlite")), URL(filePath: psoas.path("copy")))
  try FileManager.default.copyItem(at: file, to: copy)
  #expect(psoas.run("add --id synthetic-9 --sex male").code == 0)
  try FileManager.default.removeItem(at: file)
  try FileManager.default.copyItem(at: copy, to: file)
  let outcome = psoas.run("verify")
  #expect(outcome.code == 2 && outcome.output.contains("seq 4") && outcome.output.contains("older copy"))
}

@Test func `no command vouches for what somebody added to the history before it`() throws {
  let psoas = try CommandLine(seeded: true)
  let elsewhere = ["--reason", "elsewhere", "--actor", "Dr B"]
  #expect(psoas.run(["withdraw", "kodama2024-1"] + elsewhere, state: "other").code == 0)
  let tail = psoas.run("verify")
  #expect(tail.code == 4 && tail.output.contains("anchored to seq 3 of ") && tail.output.contains("1 later, by Dr B"))
  let own = psoas.run("add --id synthetic-9 --sex male")
  #expect(own.code == 0 && own.errors.contains("not anchored"))
  #expect(psoas.run("verify").code == 4)
  #expect(psoas.run("verify --accept-restored").code == 64)
  #expect(psoas.run(["verify", "--accept-restored", "--reason", "Dr B works with us"]).code == 0)
  #expect(psoas.run("verify").code == 0 && psoas.run("history").output.contains("Dr B works with us"))
}

@Test(arguments: ["deleted", "another id"])
func `a history that was written anew is not verified after a command of ours`(how: String) throws {
  let psoas = try CommandLine(seeded: true)
  if how == "deleted" {
    try FileManager.default.removeItem(atPath: psoas.path("state"))
  } else {
    try FileManager.default.removeItem(atPath: psoas.path("psoas.sqlite"))
    _ = psoas.run(["init"], state: "other")
    _ = psoas.run(["import"] + (try psoas.seedFiles()), state: "other")
  }
  #expect(psoas.run("add --id synthetic-9 --sex male").code == 0)
  #expect(psoas.run("verify").code == 3)
}

@Test func `a backup that was brought back is accepted with a reason, unless something in it was changed`() throws {
  let psoas = try CommandLine(seeded: true)
  let (file, copy) = (URL(filePath: psoas.path("psoas.sqlite")), URL(filePath: psoas.path("copy")))
  try FileManager.default.copyItem(at: file, to: copy)
  #expect(psoas.run("add --id synthetic-9 --sex male").code == 0)
  try FileManager.default.removeItem(at: file)
  try FileManager.default.copyItem(at: copy, to: file)
  #expect(psoas.run("verify").code == 2)
  try psoas.tamper("UPDATE cases SET sex = 'male' WHERE id = 'kodama2024-1'")
  #expect(psoas.run(["verify", "--accept-restored", "--reason", "the disk broke"]).code == 2)
  try psoas.tamper("UPDATE cases SET sex = 'female' WHERE id = 'kodama2024-1'")
  #expect(psoas.run(["verify", "--accept-restored", "--reason", "the disk broke"]).code == 0)
  #expect(psoas.run("verify").code == 0)
}

@Test func `a line of the anchors that was cut short takes no other with it`() throws {
  let psoas = try CommandLine(seeded: true)
  let anchors = psoas.path("state/anchors.jsonl")
  let lines = try psoas.text("state/anchors.jsonl")
  _ = try psoas.file("state/anchors.jsonl", lines + "{\"registry\":\"tor")
  #expect(psoas.run("add --id synthetic-9 --sex male").code == 0 && psoas.run("verify").code == 0)
  #expect(FileManager.default.fileExists(atPath: anchors))
}

@Test(arguments: [
  "UPDATE registry SET id = '../../../../tmp/x'", "UPDATE registry SET id = 'ABC'", "DELETE FROM registry",
])
func `a registry whose id could be a path is refused`(sql: String) throws {
  let psoas = try CommandLine(seeded: true)
  try psoas.tamper(sql)
  for line in ["query", "verify", "export --output x.csv", "add --id synthetic-9 --sex male"] {
    #expect(psoas.run(line).code == 74, "\(line)")
  }
}

@Test func `whatever writes refuses a case that was changed past psoas, and says how to see it`() throws {
  let psoas = try CommandLine(seeded: true)
  try psoas.tamper("UPDATE cases SET sex = 'male' WHERE id = 'kodama2024-1'")
  let file = try psoas.file("same.yaml", psoas.run("show kodama2024-1 --format yaml").output)
  for line in [
    "edit kodama2024-1 --age 50 --reason x", "withdraw kodama2024-1 --reason x", "reinstate kodama2024-1 --reason x",
    "check kodama2024-1 --override ST-03 --reason x", "import \(file) --reason x", "refresh",
  ] {
    let outcome = psoas.run(line)
    #expect(outcome.code == 74 && outcome.errors.contains("psoas verify"), "\(line): \(outcome)")
    #expect(psoas.run("verify").code == 2, "\(line)")
  }
}

@Test func `the history tells who changed what, and why`() throws {
  let psoas = try CommandLine(seeded: true)
  let file = try psoas.text("kodama2024-1.yaml").replacing("sex: female", with: "sex: other")
  let mended = try psoas.file("mended.yaml", file)
  #expect(psoas.run(["import", mended, "--actor", "Dr A", "--reason", "misread"]).output.hasPrefix("updated"))
  let table = psoas.run("history kodama2024-1").output
  #expect(table.contains("create") && table.contains("values") && table.contains("Dr A") && table.contains("misread"))
  let rows = psoas.run("history kodama2024-1 --format ndjson").output
  #expect(
    rows.contains(#""action": "update", "reason": "misread", "path": "cases/sex", "old": "female", "new": "other""#))
  #expect(psoas.run("history nobody").code == 66)
}

@Test func `a registry whose end cannot be anchored still works, and says so`() throws {
  let psoas = try CommandLine(seeded: false)
  try FileManager.default.removeItem(atPath: psoas.path("state"))
  _ = try psoas.file("state", "a file in the way")
  let added = psoas.run("add --id synthetic-1 --sex male")
  #expect(added.code == 0 && added.errors.contains("not anchored") && added.errors.contains("PSOAS_STATE"))
}
