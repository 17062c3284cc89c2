import ClinicalModel
import ClinicalRules
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

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
  try database.mutate(by: .tester) { session in
    try session.keep(StoredCohort(name: "women", definition: "sex=female", created: "2026", note: nil))
    try session.replaceCodes(of: "site", with: [CodeEntry(code: "Y", label: "a label", synonyms: [])])
  }
  return (path, database)
}

private func deviations(_ database: RegistryDatabase) throws -> [Deviation] {
  var found: [Deviation] = []
  try Verifier(database) { found.append($0) }.verify()
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
  #expect(revisions.map(\.seq) == [1, 2, 3, 4, 5, 6] && revisions.map(\.batch) == [1, 2, 2, 4, 5, 5])
  #expect(revisions.map(\.action) == ["init", "create", "create", "update", "cohort", "codes"])
  #expect(revisions[3].reason == "mended" && revisions[3].actor == "tester")
  let changes = try revisions[3].difference.changes
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
  ("DROP TRIGGER revisions_no_update; UPDATE revisions SET reason = 'x' WHERE seq = 4", "its payload or reason"),
  ("DROP TRIGGER revisions_no_update; UPDATE revisions SET payload = '[]' WHERE seq = 4", "its payload or reason"),
  (
    "DROP TRIGGER revisions_no_update; UPDATE revisions SET payload = NULL, reason = NULL, salt = NULL WHERE seq = 4",
    "no erasure tells of it"
  ),
  ("DROP TRIGGER revisions_no_delete; DELETE FROM revisions WHERE seq = 2", "revisions are missing"),
  ("DROP TRIGGER revisions_no_delete", "it is missing"),
  ("DROP INDEX revisions_case", "it is missing"),
  ("CREATE TRIGGER t AFTER INSERT ON cases BEGIN DELETE FROM lesions; END", "none of this program's"),
  ("CREATE TRIGGER sqlitexevil AFTER INSERT ON cases BEGIN DELETE FROM lesions; END", "none of this program's"),
  ("CREATE VIEW v AS SELECT 1", "none of this program's"),
  ("CREATE TABLE notes (id TEXT)", "none of this program's"),
  ("DROP VIEW patients; CREATE VIEW patients AS SELECT * FROM case_facts LIMIT 1", "not as the migrations made it"),
  ("UPDATE case_facts SET psoas_rt = 'no', facts_version = 2 WHERE case_id = 'kodama2024-1'", "case_facts/psoas_rt"),
  ("UPDATE case_facts SET facts_version = 99; UPDATE case_dates SET first_day = 1", "case_facts/facts_version"),
  ("INSERT INTO case_links VALUES ('kodama2024-1', 'kodama2024-2', 'same_patient', 1, NULL, NULL)", "case_links/"),
  ("UPDATE cohorts SET definition = 'sex=male'", "cohorts/women/definition"),
  ("UPDATE cohorts SET note = 'x'", "cohorts/women/note"),
  ("DELETE FROM cohorts", "cohorts/women/definition"),
  ("INSERT INTO cohorts VALUES ('forged', 'sex=male', '2026', NULL)", "cohorts/forged/definition"),
  ("UPDATE codes SET label = 'x'", "codes/site/sha256"),
  ("INSERT INTO codes (list, code, label) VALUES ('site', 'Z', 'x')", "codes/site/codes"),
  ("UPDATE registry SET id = lower(hex(randomblob(16)))", "registry/id"),
  ("INSERT INTO registry (id) VALUES ('zz')", "registry/2/id"),
  ("UPDATE registry SET pseudonym_key = lower(hex(randomblob(32)))", "registry/pseudonym_key"),
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
  #expect(actions == ["migrate", "adopt", "adopt", "adopt"])
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

@Test(arguments: [
  "UPDATE cases SET sex = 'male' WHERE id = 'kodama2024-1'", "UPDATE lesions SET muscle = 'iliacus' WHERE id = 'L2'",
  "UPDATE therapies SET position = 90 WHERE position = 2", "DELETE FROM findings WHERE case_id = 'kodama2024-1'",
  "UPDATE sources SET title = 'x' WHERE id = 'kodama2024'", "DELETE FROM cases WHERE id = 'kodama2024-1'",
])
func `nothing is written on top of a case that was changed past the program`(sql: String) throws {
  let (path, database) = try changed()
  try tamper(path, sql)
  var subject = try Samples.seed()[0]
  #expect(throws: StorageError.self) { try database.mutate(by: .tester) { _ = try $0.save(subject) } }
  subject.note = "synthetic"
  #expect(throws: StorageError.self) { try database.mutate(by: .tester) { _ = try $0.save(subject) } }
  #expect(try !deviations(database).isEmpty)
}

@Test func `nothing is written on top of a case or a source that was planted`() throws {
  let (path, database) = try changed()
  try tamper(path, "INSERT INTO cases (id) VALUES ('forged'); INSERT INTO sources (id, doi) VALUES ('s', '10.1000/f')")
  for text in ["{id: forged, sex: male}", "{id: new, sources: [{doi: 10.1000/f}]}"] {
    let subject = try Samples.case(text)
    #expect(throws: StorageError.self) { try database.mutate(by: .tester) { _ = try $0.save(subject) } }
  }
}

@Test func `what a revision has blessed that was changed past the program before it is found`() throws {
  let (path, database) = try changed()
  try tamper(path, "UPDATE cases SET country = 'USA' WHERE id = 'kodama2024-1'")
  try database.mutate(by: .tester) { session in
    let rows = try session.reading.flatRows(of: "kodama2024-1")
    let payload = try Payload(#"[["cases/note",null,"x"]]"#)
    try session.reading.db.execute(sql: "UPDATE cases SET note = 'x' WHERE id = 'kodama2024-1'")
    try session.history.append(.update, caseID: "kodama2024-1", payload: payload, rows: rows, in: session.reading.db)
  }
  #expect(try deviations(database).map(\.path) == ["cases/country"])
  try database.mutate(by: .tester) { session in
    let rows = try session.reading.flatRows(of: "kodama2024-1")
    let payload = try Payload(#"[["cases/country","USA","USA"]]"#)
    try session.history.append(.update, caseID: "kodama2024-1", payload: payload, rows: rows, in: session.reading.db)
  }
  #expect(try deviations(database).first?.what.description.contains("was changed from \"USA\"") == true)
}

@Test(arguments: [8, 9, 17, 19])
func `a file that says an older schema than its history is refused, and not touched`(number: Int) throws {
  let (path, _) = try changed()
  try tamper(path, "INSERT INTO cases (id) VALUES ('planted'); PRAGMA user_version = \(number)")
  let before = try Data(contentsOf: URL(filePath: path))
  #expect(throws: StorageError.self) { try RegistryDatabase.open(at: path) }
  #expect(throws: StorageError.self) { try RegistryDatabase.open(at: path, by: .tester) }
  #expect(try Data(contentsOf: URL(filePath: path)) == before)
}

@Test(arguments: [
  "PRAGMA user_version = 16", "PRAGMA user_version = 8", "CREATE TRIGGER t AFTER INSERT ON cases BEGIN SELECT 1; END",
  "DELETE FROM grdb_migrations WHERE rowid = 17", "DROP TABLE revisions",
])
func `a file of an older schema is brought up to date only when it is just that`(sql: String) throws {
  let path = try Samples.path("psoas.sqlite")
  let released = try #require(
    try Samples.fixtures("registries").first { $0.lastPathComponent == "schema-17.sqlite" })
  try FileManager.default.copyItem(at: released, to: URL(filePath: path))
  try tamper(path, "\(sql); INSERT INTO cases (id) VALUES ('planted')")
  #expect(throws: StorageError.self) { try RegistryDatabase.open(at: path, by: .tester) }
}

@Test func `a case or a link that was planted in an older registry is not taken over with it`() throws {
  let path = try Samples.path("psoas.sqlite")
  let released = try #require(
    try Samples.fixtures("registries").first { $0.lastPathComponent == "schema-17.sqlite" })
  try FileManager.default.copyItem(at: released, to: URL(filePath: path))
  try tamper(
    path,
    """
    INSERT INTO case_links VALUES ('kodama2024-1', 'kodama2024-2', 'same_patient', 1, NULL, NULL);
    INSERT INTO cohorts VALUES ('forged', 'sex=male', '2026', NULL); INSERT INTO cases (id) VALUES ('planted')
    """)
  let database = try RegistryDatabase.open(at: path, by: .tester)
  let paths = Set(try deviations(database).map { $0.caseID ?? $0.path })
  #expect(
    paths == [
      "case_links/kodama2024-1.kodama2024-2/score", "case_links/kodama2024-1.kodama2024-2/state",
      "cohorts/forged/definition", "planted",
    ])
}

@Test(arguments: [
  "UPDATE revisions SET actor = NULL WHERE seq = 2", "UPDATE revisions SET hash = 'a text' WHERE seq = 2",
  "UPDATE revisions SET batch = x'00ff' WHERE seq = 2", "UPDATE cases SET id = x'00ff' WHERE id = 'kodama2024-1'",
  "UPDATE lesions SET position = 'CANARY'", "UPDATE cohorts SET definition = NULL", "UPDATE codes SET label = NULL",
  "UPDATE revisions SET at = NULL", "UPDATE case_facts SET n_sources = 'CANARY'", "UPDATE registry SET id = 7",
])
func `a value of another type than its column's is refused with its place, and never ends the program`(sql: String)
  throws
{
  let (path, _) = try changed()
  // As damage would: the tables forget that they are strict, and what may be null.
  try tamper(
    path,
    """
    DROP TRIGGER revisions_no_update; PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(replace(replace(sql, ' STRICT', ''), ', WITHOUT ROWID', ' WITHOUT ROWID'), ' NOT NULL', '') WHERE type = 'table';
    PRAGMA writable_schema = RESET; PRAGMA ignore_check_constraints = ON; \(sql)
    """)
  let database: RegistryDatabase
  do { database = try RegistryDatabase.open(at: path, by: .tester) } catch { return }
  for body: (ReadSession) throws -> Void in [
    { session in try session.revisions(of: nil) { _ in } }, { _ = try $0.lastChange() }, { _ = try $0.codes() },
    { _ = try $0.cohorts() }, { for id in try $0.caseIDs() { _ = try $0.fetchCase(id) } },
    { _ = try $0.count(of: CaseQuery([])) },
  ] {
    do { try database.read(body) } catch let error as StorageError {
      #expect(!"\(error)".contains("CANARY"), "\(error)")
    }
  }
  do { _ = try deviations(database) } catch is StorageError {}
}
