import ClinicalModel
internal import GRDB

/// A place where history and tables do not agree, or where one of them is not what it was.
package struct Deviation: Hashable, Sendable {
  /// The revision; nil when none is concerned.
  package let seq: Int64?
  package let caseID: String?
  /// The field: `lesions/L1/muscle`; empty when there is none.
  package let path: String
  package let what: String

  package init(seq: Int64? = nil, caseID: String? = nil, path: String = "", _ what: String) {
    self.seq = seq
    self.caseID = caseID
    self.path = path
    self.what = what
  }
}

extension ReadSession {
  /// Whether every revision is what it was when it was written, and follows the one before.
  package func verifyChain(_ report: (Deviation) -> Void) throws {
    var head = ChainHead.none
    try revisions(of: nil) { revision in
      let (seq, caseID) = (revision.seq, revision.caseID)
      if seq != head.seq + 1 {
        report(Deviation(seq: seq, caseID: caseID, "revisions are missing before it: the last one was \(head.seq)"))
      }
      if revision.prev != head.hash {
        report(Deviation(seq: seq, caseID: caseID, "it does not follow the revision before it"))
      }
      if revision.expectedHash != revision.hash {
        report(Deviation(seq: seq, caseID: caseID, "its columns are not those that its hash was made of"))
      }
      if !revision.keepsItsCommitment {
        report(Deviation(seq: seq, caseID: caseID, "its payload or reason is not what was committed to"))
      }
      head = ChainHead(seq: seq, hash: revision.hash)
    }
  }

  /// Whether the tables hold what the history says, both ways.
  package func verifyTables(_ report: (Deviation) -> Void) throws {
    try verifyFile(report)
    try verifySchema(report)
    let sql = "SELECT id FROM cases UNION SELECT case_id FROM revisions WHERE case_id IS NOT NULL ORDER BY 1"
    let ids = try String.fetchCursor(db, sql: sql)
    while let id = try ids.next() { try verify(caseID: id, report) }
    let uncited = "SELECT id FROM sources WHERE id NOT IN (SELECT source_id FROM case_sources) ORDER BY id"
    for id in try String.fetchAll(db, sql: uncited) {
      report(Deviation(path: "sources/\(id)", "it is stored, and no case cites it"))
    }
  }

  private func verifyFile(_ report: (Deviation) -> Void) throws {
    for found in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where found != "ok" {
      report(Deviation("the file is damaged: \(found)"))
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let (table, parent): (String, String) = (row[0], row[2])
      report(Deviation(path: table, "a row of it names no row of \(parent)"))
    }
  }

  /// Whether tables, indexes and triggers are those that the migrations make.
  private func verifySchema(_ report: (Deviation) -> Void) throws {
    func objects(_ db: Database) throws -> [String: String] {
      let sql = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
      var found: [String: String] = [:]
      for row in try Row.fetchAll(db, sql: sql) { found[row[0]] = row[1] }
      return found
    }
    let found = try objects(db)
    let expected = try RegistryDatabase.inMemory().read(objects)
    for (name, sql) in expected.sorted(by: { $0.key < $1.key }) where found[name] != sql {
      report(Deviation(path: name, found[name] == nil ? "it is missing" : "it is not as the migrations made it"))
    }
    for name in found.keys.sorted() where name.hasPrefix("trigger ") && expected[name] == nil {
      report(Deviation(path: name, "it is none of this program's"))
    }
  }

  private func verify(caseID: String, _ report: (Deviation) -> Void) throws {
    let rows = try keptRows(of: caseID)
    let sql =
      "SELECT \(Revision.columns.joined(separator: ", ")) FROM revisions WHERE case_id = ? ORDER BY seq DESC LIMIT 1"
    guard let last = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [caseID]).map(Revision.init) else {
      return report(Deviation(caseID: caseID, "the case is stored, and no revision tells of it"))
    }
    if rows.first?.schema.identity != .wholeCase {
      return report(Deviation(seq: last.seq, caseID: caseID, "the case is gone, and no revision tells of it"))
    }
    guard let salt = last.salt, Digest.rows(rows, salt: salt) == last.rowHash else {
      let deviations = try replay(caseID).deviations(of: rows)
      if deviations.isEmpty {
        report(Deviation(seq: last.seq, caseID: caseID, "the hash of its rows is not that of its last revision"))
      }
      for deviation in deviations {
        let (told, stored) = (deviation.old.shown, deviation.new.shown)
        report(Deviation(caseID: caseID, path: deviation.path, "it holds \(stored), and the history says \(told)"))
      }
      return
    }
    try verifyDerived(caseID, rows, report)
  }

  /// Whether flat row and dates are what the rules of today make of the case; those of older rules are left alone.
  private func verifyDerived(_ caseID: String, _ rows: [KeptRow], _ report: (Deviation) -> Void) throws {
    guard let subject = try PlainRow(rows).map(typed) else { return }
    guard let stored = try facts(of: caseID) else {
      return report(Deviation(caseID: caseID, path: "case_facts", "its flat row is missing"))
    }
    let timeline = CaseTimeline(rows)
    let derived = CaseFacts.row(of: subject, timeline)
    guard stored.last == derived.last else { return }
    for (column, (found, shouldBe)) in zip(CaseFacts.columns, zip(stored, derived)) where found != shouldBe {
      report(
        Deviation(
          caseID: caseID, path: "case_facts/\(column.name)",
          "it holds \(found.shown), and the case gives \(shouldBe.shown)"))
    }
    let dates = try Row.fetchAll(db.cachedStatement(sql: DerivedTables.selectDates), arguments: [caseID])
      .map { row in (0..<7).map { Scalar(row[$0]) } }
    if Set(dates) != Set(DerivedTables.dates(of: caseID, timeline)) {
      report(Deviation(caseID: caseID, path: "case_dates", "its dates are not those that the case gives"))
    }
  }
}

extension Scalar {
  /// The value as a message names it.
  fileprivate var shown: String {
    switch self {
    case .null: "nothing"
    case .integer, .real: written ?? "nothing"
    case .text(let text): text.quoted
    }
  }
}
