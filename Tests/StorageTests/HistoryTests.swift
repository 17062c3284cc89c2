import ClinicalModel
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

/// A registry with the published cases, one of them changed once.
private func changed() throws -> (path: String, database: RegistryDatabase) {
  let path = try Samples.path("psoas.sqlite")
  let database = try RegistryDatabase.create(at: path, by: .tester)
  let seed = try Samples.seed()
  try database.mutate(by: .tester) { session in for subject in seed { try session.save(subject) } }
  var subject = seed[0]
  subject.sex = .other
  subject.therapies.remove(at: 2)
  subject.responses = []
  subject.annotations = []
  try database.mutate(by: .tester(reason: "mended")) { _ = try $0.save(subject) }
  return (path, database)
}

private func deviations(_ database: RegistryDatabase) throws -> [Deviation] {
  var found: [Deviation] = []
  try database.read { session in
    try session.verifyChain { found.append($0) }
    try session.verifyTables { found.append($0) }
  }
  return found
}

/// Changes the file past the program, as a shell would.
private func tamper(_ path: String, _ sql: String) throws {
  var configuration = Configuration()
  configuration.foreignKeysEnabled = false
  try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql) }
}

@Test func `each changed case of a command is one revision, with who, why and what`() throws {
  let (_, database) = try changed()
  var revisions: [Revision] = []
  try database.read { try $0.revisions(of: nil) { revisions.append($0) } }
  #expect(revisions.map(\.seq) == [1, 2, 3] && revisions.map(\.batch) == [1, 1, 3])
  #expect(revisions.map(\.action) == ["create", "create", "update"])
  #expect(revisions[2].reason == "mended" && revisions[2].actor == "tester")
  let changes = try database.read { try $0.difference(of: revisions[2]).changes }
  let sex = CaseDifference.Change(path: "cases/sex", old: .text("female"), new: .text("other"))
  #expect(changes.contains(sex))
  #expect(changes.contains { $0.path == "therapies/T3/agent" && $0.old == .text("oxycodone") && $0.new == .null })
}

@Test func `what was not tampered with is whole, and a no-op leaves no revision`() throws {
  let (_, database) = try changed()
  #expect(try deviations(database) == [])
  let head = try database.read { try $0.chainHead() }
  try database.mutate(by: .tester) { _ = try $0.save(try Samples.seed()[1]) }
  #expect(try database.read { try $0.chainHead() } == head)
}

@Test func `a source that another case tells anew is a revision of every case that cites it`() throws {
  let database = try RegistryDatabase.create(at: Samples.path("psoas.sqlite"), by: .tester)
  try database.mutate(by: .tester) {
    try $0.save(Samples.case("{id: a-1, sources: [{id: s1, doi: 10.1000/x}]}"))
    try $0.save(Samples.case("{id: a-2, sources: [{doi: 10.1000/x, title: T}]}"))
  }
  var told: [String] = []
  try database.read { session in
    try session.revisions(of: "a-1") { told.append($0.action) }
  }
  #expect(told == ["create", "update"])
  #expect(try deviations(database) == [])
}

@Test(arguments: [
  ("UPDATE lesions SET muscle = 'iliacus' WHERE muscle = 'psoas'", "lesions/L4/muscle"),
  ("UPDATE cases SET age_max = 47 WHERE id = 'kodama2024-1'", "cases/age_max"),
  ("UPDATE therapies SET position = 90 WHERE position = 3", "therapies/T4/position"),
  ("UPDATE driver_genes SET molecular_test_id = 'M2' WHERE id = 'G1'", "driver_genes/G1/molecular_test_id"),
  ("UPDATE sources SET title = 'x' WHERE id = 'okazaki2023'", "sources/okazaki2023/title"),
  ("UPDATE case_sources SET label = 'x' WHERE case_id = 'kodama2024-2'", "sources/kodama2024/label"),
  ("DELETE FROM stagings WHERE case_id = 'kodama2024-1'", "stagings/S1/t"),
  ("DELETE FROM cases WHERE id = 'kodama2024-2'", "the case is gone"),
  ("INSERT INTO cases (id) VALUES ('forged')", "no revision tells of it"),
  ("INSERT INTO sources (id) VALUES ('forged')", "no case cites it"),
  ("UPDATE case_facts SET psoas_rt = 'no'", "case_facts/psoas_rt"),
  ("DELETE FROM case_facts", "its flat row is missing"),
  ("DROP TRIGGER revisions_no_update; UPDATE revisions SET actor = 'x' WHERE seq = 2", "its columns"),
  ("DROP TRIGGER revisions_no_update; UPDATE revisions SET reason = 'x' WHERE seq = 3", "its payload or reason"),
  ("DROP TRIGGER revisions_no_update; UPDATE revisions SET payload = '[]' WHERE seq = 3", "its payload or reason"),
  ("DROP TRIGGER revisions_no_delete; DELETE FROM revisions WHERE seq = 2", "revisions are missing"),
  ("DROP TRIGGER revisions_no_delete", "it is missing"),
  ("DROP INDEX revisions_case", "it is missing"),
  ("CREATE TRIGGER t AFTER INSERT ON cases BEGIN DELETE FROM lesions; END", "none of this program's"),
])
func `what was changed past the program is found, and where`(sql: String, told: String) throws {
  let (path, database) = try changed()
  try tamper(path, sql)
  let found = try deviations(database)
  #expect(found.contains { "\($0.path) \($0.what)".contains(told) }, "\(found)")
}

@Test(arguments: [
  "UPDATE revisions SET actor = 'x'", "DELETE FROM revisions",
  "INSERT OR REPLACE INTO revisions SELECT * FROM revisions",
  "UPDATE OR REPLACE revisions SET seq = 1 WHERE seq = 2",
])
func `revisions are only appended`(sql: String) throws {
  let (path, database) = try changed()
  let guarded = try DatabaseQueue(path: path)
  #expect(throws: DatabaseError.self) {
    try guarded.write { try $0.execute(sql: "PRAGMA recursive_triggers = ON; " + sql) }
  }
  #expect(try deviations(database) == [])
}

@Test func `following all revisions of a case gives the case, whatever was done to it`() throws {
  var numbers = SeededNumbers(state: 7)
  let database = try RegistryDatabase.create(at: Samples.path("psoas.sqlite"), by: .tester)
  let seed = try Samples.seed()
  for round in 0..<60 {
    var subject = seed[numbers.below(2)]
    subject.id = "synthetic-\(numbers.below(3))"
    subject.note = "synthetic \(round)"
    subject.therapies.shuffle(using: &numbers)
    (subject.responses, subject.adverseEvents) = ([], [])
    subject.therapies.removeLast(numbers.below(subject.therapies.count))
    subject.annotations = []
    subject.lesions.reverse()
    if round % 3 == 0 { subject.sex = nil }
    try database.mutate(by: .tester(reason: "round")) { _ = try $0.save(subject) }
  }
  #expect(try deviations(database) == [])
  for id in try database.read({ try $0.caseIDs() }) {
    let (replayed, rows) = try database.read { (try $0.replay(id), try $0.fetchCase(id)?.keptRows ?? []) }
    #expect(replayed.deviations(of: rows) == [])
  }
}

@Test func `a registry made before there was a history opens, is copied, and its cases are adopted`() throws {
  let path = try Samples.path("psoas.sqlite")
  let released = try #require(
    try Samples.fixtures("registries").first { $0.lastPathComponent == "schema-8.sqlite" })
  try FileManager.default.copyItem(at: released, to: URL(filePath: path))
  #expect(throws: StorageError.self) { try RegistryDatabase.open(at: path) }
  let database = try RegistryDatabase.open(at: path, by: .tester)
  #expect(database.migrated?.from == 8)
  #expect(try database.read { try $0.caseIDs() } == ["kodama2024-1", "kodama2024-2", "synthetic-1"])
  #expect(try deviations(database) == [])
  var actions: [String] = []
  try database.read { try $0.revisions(of: nil) { actions.append($0.action) } }
  #expect(actions == ["adopt", "adopt", "adopt"])
  let copy = try DatabaseQueue(path: path + ".schema-8")
  #expect(try copy.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 8)
  #expect(try RegistryDatabase.open(at: path).read { try $0.caseIDs().count } == 3)
}

@Test func `a registry of every released schema opens, and its history stays whole`() throws {
  for released in try Samples.fixtures("registries") {
    let path = try Samples.path("psoas.sqlite")
    try FileManager.default.copyItem(at: released, to: URL(filePath: path))
    let database = try RegistryDatabase.open(at: path, by: .tester)
    #expect(database.migrated != nil, "\(released.lastPathComponent)")
    let ids = try database.read { try $0.caseIDs() }
    #expect(ids.starts(with: ["kodama2024-1", "kodama2024-2"]))
    #expect(try deviations(database) == [], "\(released.lastPathComponent)")
  }
}
