import ClinicalModel
import ClinicalRules
import GRDB
import Storage
import TestSupport
import Testing

private func registry() throws -> RegistryDatabase {
  try RegistryDatabase.create(at: Samples.path("psoas.sqlite"), by: .tester)
}

@Test func `a case comes back from the registry as it was stored`() throws {
  let database = try registry()
  for subject in try Samples.seed() {
    #expect(try database.mutate(by: .tester) { try $0.save(subject) } == .created)
    #expect(try database.read { try $0.fetchCase(subject.id)?.subject } == subject)
    #expect(try database.mutate(by: .tester) { try $0.save(subject) } == .unchanged)
  }
  #expect(try database.read { try $0.caseIDs() } == ["kodama2024-1", "kodama2024-2"])
}

@Test func `a changed case replaces the stored one, with its rows`() throws {
  let database = try registry()
  var subject = try Samples.seed()[0]
  try database.mutate(by: .tester) { _ = try $0.save(subject) }
  subject.annotations = []
  subject.therapies.removeLast()
  subject.sex = .other
  #expect(try database.mutate(by: .tester) { try $0.save(subject) } == .updated)
  #expect(try database.read { try $0.fetchCase(subject.id)?.subject } == subject)
}

@Test func `an error undoes everything that a command did`() throws {
  struct Stop: Error {}
  let database = try registry()
  let seed = try Samples.seed()
  #expect(throws: Stop.self) {
    try database.mutate(by: .tester) {
      _ = try $0.save(seed[0])
      throw Stop()
    }
  }
  #expect(try database.read { try $0.caseIDs() } == [])
}

@Test func `one publication of two patients is stored once, whatever id it brings`() throws {
  let database = try registry()
  let first = try Samples.case("{id: a-1, sources: [{id: s1, doi: 10.1000/x, year: 2020}]}")
  let second = try Samples.case(
    "{id: a-2, sources: [{doi: 10.1000/X, title: T}], annotations: [{about: cases/sex, kind: source, source_id: 10.1000-x}]}"
  )
  try database.mutate(by: .tester) {
    _ = try $0.save(first)
    _ = try $0.save(second)
  }
  let stored = try database.read { try ($0.fetchCase("a-1")?.subject, $0.fetchCase("a-2")?.subject) }
  #expect(stored.0?.sources.map(\.id) == ["s1"] && stored.1?.sources.map(\.id) == ["s1"])
  #expect(stored.0?.sources[0].title == "T" && stored.1?.sources[0].year?.value == 2020)
  #expect(stored.1?.annotations[0].sourceID?.text == "s1")
}

@Test func `a source told otherwise than another case tells it is refused, one's own may be mended`() throws {
  let database = try registry()
  let first = try Samples.case("{id: a-1, sources: [{id: s1, doi: 10.1000/x, year: 2020}]}")
  let wrong = try Samples.case("{id: a-2, sources: [{id: s2, doi: 10.1000/x, year: 2021}]}")
  let mended = try Samples.case("{id: a-1, sources: [{id: s1, doi: 10.1000/x, year: 2021}]}")
  try database.mutate(by: .tester) { _ = try $0.save(first) }
  #expect { try database.mutate(by: .tester) { _ = try $0.save(wrong) } } throws: {
    ($0 as? Problem)?.description.contains("2020") == true
  }
  #expect(try database.mutate(by: .tester) { try $0.save(mended) } == .updated)
  #expect(try database.mutate(by: .tester) { try $0.save(wrong) } == .created)
}

@Test func `one publication twice in a case is refused in words, also when only the registry knows that it is one`()
  throws
{
  let database = try registry()
  try database.mutate(by: .tester) {
    _ = try $0.save(
      Samples.case("{id: a-1, sources: [{id: s1, doi: 10.1000/x, pmid: 11}, {id: s2, doi: 10.1000/y, pmid: 22}]}"))
  }
  for sources in [
    "{id: s8, doi: 10.1000/z}, {id: s9, doi: 10.1000/z}", "{id: s8, doi: 10.1000/x}, {id: s9, pmid: 11}",
    "{id: s9, doi: 10.1000/x, pmid: 22}",
  ] {
    let subject = try Samples.case("{id: a-2, sources: [\(sources)]}")
    #expect(throws: Problem.self, "\(sources)") { try database.mutate(by: .tester) { _ = try $0.save(subject) } }
  }
  #expect(try database.read { try $0.caseIDs() } == ["a-1"])
}

@Test func `what is derived can be derived anew, and only what was other changes`() throws {
  let path = try Samples.path("psoas.sqlite")
  let database = try RegistryDatabase.create(at: path, by: .tester)
  try database.mutate(by: .tester) { session in for subject in try Samples.seed() { try session.save(subject) } }
  try DatabaseQueue(path: path).write { db in
    try db.execute(sql: "UPDATE case_facts SET psoas_rt = 'no', facts_version = 1 WHERE case_id = 'kodama2024-2'")
  }
  let ids = try database.read { try $0.caseIDs() }
  #expect(try database.mutate(by: .tester) { try $0.refresh(ids) } == 1)
  #expect(try database.read { try $0.facts(of: "kodama2024-2") } == CaseSnapshot(try Samples.seed()[1]).facts)
  #expect(try database.mutate(by: .tester) { try $0.refresh(ids) } == 0)
}
