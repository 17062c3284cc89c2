import ClinicalModel
import ClinicalRules
internal import GRDB

/// Holds a registry against its history, slice by slice: who writes meanwhile waits for one slice and not for all.
package struct Verifier {
  private let database: RegistryDatabase
  private let report: (Deviation) -> Void
  private static let revisionsAtOnce = 2000
  private static let casesAtOnce = 200

  /// - Parameter report: hears of every deviation.
  package init(_ database: RegistryDatabase, _ report: @escaping (Deviation) -> Void) {
    self.database = database
    self.report = report
  }

  /// Whether every revision is what it was when it was written, follows the one before, and the first ones tell of this
  /// registry.
  package func verifyChain() throws { _ = try chain() }

  /// Checks the chain, and whether file and tables hold what the history says, both ways.
  package func verify() throws {
    let file: [Deviation] = try database.read { try $0.fileDeviations() + $0.schemaDeviations() }
    file.forEach(report)
    let replayed = try chain()
    try database.read { session in
      guard try session.chainHead() == replayed.head else { return }
      for change in try session.registryState().difference(since: replayed.registry.state).changes
      where change.path != "registry/id" && change.path != "registry/schema" {
        report(Deviation(of: change))
      }
    }
    var last = ""
    while let id = try cases(after: last) { last = id }
    let uncited: [Deviation] = try database.read { try $0.uncitedSources() }
    uncited.forEach(report)
  }

  private func chain() throws -> (head: ChainHead, registry: ReplayedRegistry) {
    var (head, registry) = (ChainHead.none, ReplayedRegistry())
    while true {
      let before = head
      try database.read { session in
        try session.revisions(after: head.seq, atMost: Self.revisionsAtOnce) { revision in
          revision.deviations(after: head).forEach(report)
          if revision.caseID == nil { try registry.follow(revision, report) }
          head = ChainHead(seq: revision.seq, hash: revision.hash)
        }
        guard head == before else { return }
        let (stored, told) = (Scalar.text(try session.registryID()), registry.state.values["registry/id"] ?? .null)
        if head.seq > 0, stored != told {
          report(Deviation(of: CaseDifference.Change(path: "registry/id", old: told, new: stored)))
        }
      }
      if head == before { return (head, registry) }
    }
  }

  /// Verifies some cases.
  ///
  /// - Returns: the last one; nil when there are no more.
  private func cases(after id: String) throws -> String? {
    try database.read { session in
      let ids = try session.toldAndStored(after: id, atMost: Self.casesAtOnce)
      for id in ids { try session.deviations(of: id).forEach(report) }
      return ids.last
    }
  }
}

extension Revision {
  /// Whether it is what it was when it was written, and follows the one before.
  fileprivate func deviations(after head: ChainHead) -> [Deviation] {
    var found: [Message] = []
    if seq != head.seq + 1 { found.append("revisions are missing before it: the last one was \(head.seq)") }
    if prev != head.hash { found.append("it does not follow the revision before it") }
    if expectedHash != hash { found.append("its columns are not those that its hash was made of") }
    switch keeping {
    case .kept: break
    case .erased: found.append("its payload was taken away, and no erasure tells of it")
    case .changed: found.append("its payload or reason is not what was committed to")
    }
    return found.map { Deviation(seq: seq, caseID: caseID, $0) }
  }
}

extension ReadSession {
  /// Whether SQLite finds the file whole.
  fileprivate func fileDeviations() throws -> [Deviation] {
    var found = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      .map { Deviation("the file is damaged: \($0)") }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let table: String = try row.optional(0, of: "sqlite_schema") ?? ""
      let parent: String = try row.optional(2, of: "sqlite_schema") ?? ""
      found.append(Deviation(path: table, "a row of it names no row of \(parent)"))
    }
    return found
  }

  /// Whether tables, indexes, triggers and views are those that the migrations make, and no others.
  fileprivate func schemaDeviations() throws -> [Deviation] {
    try SchemaObjects(db).deviations(from: .ofSchema(RegistryDatabase.schema))
  }

  fileprivate func uncitedSources() throws -> [Deviation] {
    let sql = "SELECT id FROM sources WHERE id NOT IN (SELECT source_id FROM case_sources) ORDER BY id"
    return try String.fetchAll(db, sql: sql).map {
      Deviation(path: "sources/\($0)", "it is stored, and no case cites it")
    }
  }

  /// The ids of cases after one that are stored or that the history tells of.
  fileprivate func toldAndStored(after id: String, atMost count: Int) throws -> [String] {
    let sql = """
      SELECT id FROM cases WHERE id > ?1 UNION SELECT case_id FROM revisions WHERE case_id > ?1 ORDER BY 1 LIMIT ?2
      """
    return try next(try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id, count]), after: id)
  }

  fileprivate func deviations(of caseID: String) throws -> [Deviation] {
    let rows = try flatRows(of: caseID)
    var revisions: [Revision] = []
    try self.revisions(of: caseID) { revisions.append($0) }
    guard let last = revisions.last else {
      return [Deviation(caseID: caseID, "the case is stored, and no revision tells of it")]
    }
    if rows.first?.schema.identity != .wholeCase {
      return [Deviation(seq: last.seq, caseID: caseID, "the case is gone, and no revision tells of it")]
    }
    let isAsLeft = last.salt.map { Digest.rows(rows, salt: $0) } == last.rowHash
    // Most cases came in at once and were never changed: what would be written of them today is what was written.
    let plain = UntypedRow(rows)
    let written = revisions.count == 1 ? plain?.flattened(of: Case.table.schema) : nil
    let isUnchanged = isAsLeft && written.map { Payload.newCase($0).text } == last.payload
    var found = isUnchanged ? [] : try replay(revisions, over: rows)
    if found.isEmpty, !isAsLeft {
      found.append(Deviation(seq: last.seq, caseID: caseID, "the hash of its rows is not that of its last revision"))
    }
    return try found.isEmpty ? derivedDeviations(caseID, rows) : found
  }

  /// Follows all revisions of a case from the first one and holds what they come to against what is stored.
  private func replay(_ revisions: [Revision], over rows: [FlatRow]) throws -> [Deviation] {
    var replayed = ReplayedCase(id: revisions[0].caseID ?? "")
    var found: [Deviation] = []
    for revision in revisions {
      for change in try revision.difference.changes {
        let told = replayed[change.path]
        if told.written != change.old.written { found.append(Deviation(from: told, to: change, in: revision)) }
        replayed.follow(change)
      }
    }
    return found + replayed.deviations(of: rows).map { Deviation(of: $0, caseID: revisions[0].caseID) }
  }

  /// Whether flat row and dates are what the rules make of the case.
  private func derivedDeviations(_ caseID: String, _ rows: [FlatRow]) throws -> [Deviation] {
    guard let snapshot = try snapshot(rows) else { return [] }
    guard let stored = try facts(of: caseID) else {
      return [Deviation(caseID: caseID, path: "case_facts", "its flat row is missing")]
    }
    var found: [Deviation] = []
    for (column, (held, shouldBe)) in zip(DerivedVariables.columns, zip(stored, snapshot.facts)) where held != shouldBe
    {
      found.append(
        Deviation(
          caseID: caseID, path: "case_facts/\(column.name)",
          "it holds \(held.shown), and the case gives \(shouldBe.shown)"))
    }
    let dates = try Row.fetchAll(db.cachedStatement(sql: DerivedTables.selectDates), arguments: [caseID])
      .map { row in (0..<7).map { Scalar(row[$0]) } }
    if Set(dates) != Set(DerivedTables.dates(of: caseID, snapshot.timeline)) {
      found.append(Deviation(caseID: caseID, path: "case_dates", "its dates are not those that the case gives"))
    }
    return found
  }
}
