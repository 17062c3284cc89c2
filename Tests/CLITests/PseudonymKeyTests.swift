import Foundation
import Testing

@testable import CLI

private func key(of psoas: CommandLine) throws -> URL {
  let keys = psoas.path("state/keys")
  return URL(filePath: keys).appending(path: try FileManager.default.contentsOfDirectory(atPath: keys)[0])
}

private func ids(_ psoas: CommandLine, _ options: String...) throws -> [String] {
  let name = "export-\(UUID().uuidString).csv"
  let outcome = psoas.run(["export", "--columns", "case_id", "--output", psoas.path(name)] + options)
  guard outcome.code == 0 else { return ["\(outcome.code)", outcome.errors] }
  return try psoas.text(name).split(whereSeparator: \.isNewline).dropFirst().map(String.init)
}

@Test(arguments: ["empty", "cut", "gone", "another"])
func `pseudonyms are those of the exports before, or there is no export`(what: String) throws {
  let psoas = try CommandLine(seeded: true)
  let before = try ids(psoas)
  #expect(before.count == 2 && before.allSatisfy { $0.hasPrefix("p-") })
  let file = try key(of: psoas)
  let good = try Data(contentsOf: file)
  switch what {
  case "empty": try Data().write(to: file)
  case "cut": try good.prefix(31).write(to: file)
  case "gone": try FileManager.default.removeItem(at: file)
  case _: try Data(repeating: 7, count: 32).write(to: file)
  }
  for profile in ["shared", "limited"] {
    let refused = try ids(psoas, "--profile", profile)
    #expect(refused.first == "77" && refused.last?.contains("--new-pseudonyms") == true, "\(refused)")
  }
  #expect(try ids(psoas, "--identified") == ["kodama2024-1", "kodama2024-2"], "it needs no key")
  try good.write(to: file)
  #expect(try ids(psoas) == before)
  #expect(psoas.run("verify").code == 0)
}

@Test func `other pseudonyms are given for a reason, and the old key is kept`() throws {
  let psoas = try CommandLine(seeded: true)
  let before = try ids(psoas)
  #expect(try ids(psoas, "--new-pseudonyms").first == "64")
  let after = try ids(psoas, "--new-pseudonyms", "--reason", "another recipient")
  #expect(Set(before).isDisjoint(with: after) && after.count == 2)
  #expect(try ids(psoas) == after)
  #expect(try FileManager.default.contentsOfDirectory(atPath: psoas.path("state/keys")).count == 2)
  #expect(psoas.run("history").output.contains("another recipient") && psoas.run("verify").code == 0)
}

@Test func `the first export of an older registry keeps the fingerprint of the key that is there`() throws {
  let psoas = try CommandLine(seeded: true)
  let before = try ids(psoas)
  try psoas.tamper("UPDATE registry SET pseudonym_key = NULL")
  #expect(try ids(psoas) == before)
  try FileManager.default.removeItem(at: try key(of: psoas))
  #expect(try ids(psoas).first == "77")
}
