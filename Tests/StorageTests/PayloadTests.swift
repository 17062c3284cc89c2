import ClinicalModel
import ClinicalRules
import TestSupport
import Testing

@testable import Storage

@Test func `following the history of a case from nothing gives the case`() throws {
  let database = try RegistryDatabase.create(at: try Samples.path("psoas.sqlite"), by: .tester)
  for subject in try Samples.seed() { try database.mutate(by: .tester) { _ = try $0.save(subject) } }
  try database.mutate(by: .tester) { session in
    var subject = try #require(try session.stored("kodama2024-1")).subject
    subject.sex = .other
    subject.lesions.swapAt(0, 1)
    subject.findings.removeLast()
    _ = try session.save(subject)
  }
  for id in ["kodama2024-1", "kodama2024-2"] {
    let (replayed, stored) = try database.read { session in
      var replayed = ReplayedCase(id: id)
      try session.revisions(of: id) { revision in
        for change in try revision.difference.changes { replayed.follow(change) }
      }
      return (replayed, try #require(try session.fetchCase(id)))
    }
    let isSame = UntypedRow(replayed.rows) == stored.row
    #expect(isSame, "\(id)")
    #expect(replayed.deviations(of: stored.rows).isEmpty)
  }
}

@Test func `a payload is read as it was written, whatever stands in it`() throws {
  let changes = [
    CaseDifference.Change(path: "cases/note", old: .null, new: .text("a \"quote\", \n and \u{7F} œ 𝄞")),
    CaseDifference.Change(path: "cases/age_min", old: .integer(-3), new: .real(0.1)),
    CaseDifference.Change(path: "cases/pack_years", old: .real(1e300), new: .null),
  ]
  let text = Payload.changes(CaseDifference(changes)).text
  guard case .changes(let read) = try Payload(text) else { throw StorageError.damaged("no changes") }
  #expect(read.changes == changes)
  let row = try Samples.seed()[0].flatRows
  guard case .changes(let whole) = try Payload(Payload.newCase(row).text) else { throw StorageError.damaged("no case") }
  #expect(Payload.changes(whole).text == Payload.newCase(row).text)
  for wrong in ["", "[", "[[1,2]]", "[\"a\"]", "[[null,1,2]]", "[[\"a\",[],2]]"] {
    #expect(throws: StorageError.self, "\(wrong)") { try Payload(wrong) }
  }
}
