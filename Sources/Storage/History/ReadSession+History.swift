package import ClinicalModel
import Foundation
internal import GRDB

extension ReadSession {
  package func chainHead() throws -> ChainHead {
    guard let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM revisions ORDER BY seq DESC LIMIT 1") else {
      return .none
    }
    return try ChainHead(row)
  }

  /// The last change of what is stored, and when it was made; an export changes nothing, nor does what it needs.
  package func lastChange() throws -> (head: ChainHead, time: String?) {
    let sql =
      "SELECT seq, hash, at FROM revisions WHERE action NOT IN ('export', 'key', 'accept') ORDER BY seq DESC LIMIT 1"
    guard let row = try Row.fetchOne(db, sql: sql) else { return (.none, nil) }
    return (try ChainHead(row), try row.optional(2, of: "revisions"))
  }

  /// The hash of a revision; nil when there is none of this number.
  package func chainHash(at seq: Int64) throws -> [UInt8]? {
    if seq == 0 { return ChainHead.none.hash }
    let hash = try Data.fetchOne(db, sql: "SELECT hash FROM revisions WHERE seq = ?", arguments: [seq])
    return hash.map { [UInt8]($0) }
  }

  /// The number of a case's last revision; nil when none tells of it.
  package func lastSeq(of caseID: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(seq) FROM revisions WHERE case_id = ?"), arguments: [caseID])
  }

  /// The registry's own id, 32 hexadecimal digits: files outside the registry are named by it.
  package func registryID() throws -> String {
    guard let id = try String.fetchOne(db, sql: "SELECT id FROM registry") else {
      throw StorageError.damaged("registry/id: the registry's own id is missing")
    }
    guard id.utf8.count == 32, id.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      throw StorageError.damaged("registry/id: the registry's own id is none that psoas made")
    }
    return id
  }

  /// Who wrote the revisions after one, each named once.
  package func authors(after seq: Int64) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT actor FROM revisions WHERE seq > ? GROUP BY actor ORDER BY min(seq)", arguments: [seq])
  }

  /// The revisions of a case in their order; of all cases when none is named.
  package func revisions(of caseID: String?, each: (Revision) throws -> Void) throws {
    try revisions(where: caseID == nil ? "1" : "case_id = ?", [caseID].compactMap { $0 }, each)
  }

  /// The revisions that tell of the registry as a whole.
  package func revisionsOfNoCase(each: (Revision) throws -> Void) throws {
    try revisions(where: "case_id IS NULL", [], each)
  }

  /// So many revisions after one, in their order.
  func revisions(after seq: Int64, atMost count: Int, each: (Revision) throws -> Void) throws {
    let columns = Revision.columns.joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM revisions WHERE seq > ? ORDER BY seq LIMIT ?")
    let cursor = try Row.fetchCursor(statement, arguments: [seq, count])
    while let row = try cursor.next() { try each(try Revision(row)) }
  }

  private func revisions(where condition: String, _ values: [String], _ each: (Revision) throws -> Void) throws {
    let columns = Revision.columns.joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM revisions WHERE \(condition) ORDER BY seq")
    let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values))
    while let row = try cursor.next() { try each(try Revision(row)) }
  }

  /// Who last gave a field of a case its value, and when; nil when no revision tells.
  package func author(of path: String, in caseID: String) throws -> (name: String, time: String)? {
    var author: (name: String, time: String)?
    try revisions(of: caseID) { revision in
      if try revision.difference.changes.contains(where: { $0.path == path }) {
        author = (revision.actor, revision.time)
      }
    }
    return author
  }

  /// The status that a case had before it was last withdrawn; nil when it had none.
  package func statusBeforeWithdrawal(of caseID: String) throws -> CaseStatus? {
    var replayed = ReplayedCase(id: caseID)
    var status: CaseStatus?
    try revisions(of: caseID) { revision in
      if revision.action == Revision.Action.withdraw.rawValue {
        status = replayed["cases/status"].written.flatMap(CaseStatus.init(rawValue:))
      }
      for change in try revision.difference.changes { replayed.follow(change) }
    }
    return status
  }
}

extension ChainHead {
  /// - Parameter row: seq and hash.
  fileprivate init(_ row: Row) throws {
    let hash: Data = try row.value(1, of: "revisions")
    self.init(seq: try row.value(0, of: "revisions"), hash: [UInt8](hash))
  }
}
