import Foundation
import Testing

@testable import CLI

@Test func `a fresh registry verifies, and so does one with cases`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("verify").code == 0)
  _ = psoas.run(["import"] + (try psoas.seedFiles()))
  let verified = psoas.run("verify")
  #expect(verified.code == 0 && verified.output.hasPrefix("verified to seq 2 against the anchor of "), "\(verified)")
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
  #expect(outcome.code == 2 && outcome.output.contains("seq 3") && outcome.output.contains("older copy"))
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
