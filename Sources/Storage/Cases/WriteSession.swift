package import ClinicalModel
internal import GRDB

/// What a command does to the registry, inside its one transaction.
package struct WriteSession {
  package let reading: ReadSession
  let history: HistoryWriter
  private var db: Database { reading.db }

  package enum Saved: Hashable, Sendable { case created, updated, unchanged }

  /// Stores a case whole, with the revision that says so.
  ///
  /// - Parameter action: what the revision calls it; create or update when none is given.
  /// - Returns: what it came to; an equal case leaves no trace.
  /// - Throws: a `Problem` when a source of it contradicts what other cases already say of that source.
  @discardableResult
  package func save(_ subject: Case, as action: Revision.Action? = nil) throws -> Saved {
    try save(WholeCase(subject), over: try reading.fetchStored(subject.id)?.subject, as: action)
  }

  /// The same where what is stored is at hand: the only function through which a case changes.
  ///
  /// - Parameter facts: the flat row of the case, where it is at hand.
  package func save(
    _ whole: WholeCase, over stored: Case?, facts: [Scalar]? = nil, as action: Revision.Action? = nil
  ) throws -> Saved {
    var subject = whole.subject
    let others = try SharedSources(reading: reading).settle(in: &subject)
    if stored == subject { return .unchanged }
    let facts = whole.subject == subject ? facts : nil
    let whole = whole.with(subject)
    let before = try others.map { try reading.keptRows(of: $0) }
    if stored != nil { try clear(subject.id) }
    try insert(whole.plain, of: StoredTable.cases, caseID: subject.id)
    try dropSources(of: stored)
    try writeDerived(of: subject, whole.timeline, facts: facts, isNew: stored == nil)
    let created = stored == nil
    try tell(action ?? (created ? .create : .update), subject.id, from: stored?.keptRows ?? [], to: whole.rows)
    for (other, old) in zip(others, before) {
      let new = try reading.keptRows(of: other)
      if let changed = try PlainRow(new).map(reading.typed) { try writeDerived(of: changed, CaseTimeline(new)) }
      try tell(.update, other, from: old, to: new)
    }
    return created ? .created : .updated
  }

  /// Begins a command whose files hold cases.
  package func beginClaims() throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.claimed;
        CREATE TEMP TABLE claimed (case_id TEXT PRIMARY KEY, file TEXT NOT NULL) WITHOUT ROWID
        """)
  }

  /// Says that a file of this command holds a case.
  ///
  /// - Returns: the file that held it before; nil for the first one.
  package func claim(_ caseID: String, by file: String) throws -> String? {
    try db.run("INSERT INTO temp.claimed VALUES (?, ?) ON CONFLICT DO NOTHING", [.text(caseID), .text(file)])
    if db.changesCount == 1 { return nil }
    return try String.fetchOne(
      db.cachedStatement(sql: "SELECT file FROM temp.claimed WHERE case_id = ?"), arguments: [caseID])
  }

  private func tell(_ action: Revision.Action, _ caseID: String, from old: [KeptRow], to new: [KeptRow]) throws {
    let payload = old.isEmpty ? CaseDifference.payload(ofNew: new) : CaseDifference(from: old, to: new).payload
    try history.append(action, caseID: caseID, payload: payload, rows: new, in: db)
  }

  /// Tells of something that was done with the registry as a whole.
  package func record(_ action: Revision.Action, payload: String) throws {
    try history.append(action, caseID: nil, payload: payload, rows: nil, in: db)
  }

  /// Brings what is derived up to date after a migration, and begins the history of cases that have none.
  func settle() throws {
    try refresh()
    for id in try reading.caseIDs() {
      let told = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM revisions WHERE case_id = ?)", arguments: [id])
      if told != true { try tell(.adopt, id, from: [], to: try reading.keptRows(of: id)) }
    }
  }

  /// Derives everything anew that is derived from the cases.
  ///
  /// - Returns: how many cases there are, and how many of their flat rows are other than before.
  @discardableResult
  package func refresh() throws -> (cases: Int, changed: Int) {
    let ids = try reading.caseIDs()
    var changed = 0
    for id in ids {
      let rows = try reading.keptRows(of: id)
      guard let subject = try PlainRow(rows).map(reading.typed) else { continue }
      let before = try reading.facts(of: id)
      try writeDerived(of: subject, CaseTimeline(rows))
      if try reading.facts(of: id) != before { changed += 1 }
    }
    return (ids.count, changed)
  }

  /// Writes what is derived from a case anew: its flat row and the bounds of its dates.
  private func writeDerived(of subject: Case, _ timeline: CaseTimeline, facts: [Scalar]? = nil, isNew: Bool = false)
    throws
  {
    try db.run(DerivedTables.insertFacts, facts ?? CaseFacts.row(of: subject, timeline))
    if !isNew { try db.run("DELETE FROM case_dates WHERE case_id = ?", [.text(subject.id)]) }
    for row in DerivedTables.dates(of: subject.id, timeline) { try db.run(DerivedTables.insertDate, row) }
  }

  private func insert(_ row: PlainRow, of root: StoredTable, caseID: String) throws {
    var positions = [Int64](repeating: 0, count: root.count)
    var values: [Scalar] = []
    func insert(_ row: PlainRow, of table: StoredTable, parent: String) throws {
      positions[table.number] += 1
      let position = Scalar.integer(positions[table.number])
      values.removeAll(keepingCapacity: true)
      switch table.schema.identity {
      case .wholeCase, .publication: values.append(.text(row.id))
      case .numbered, .named:
        values.append(.text(caseID))
        if table.schema.parentColumn != nil { values.append(.text(parent)) }
        values.append(.text(row.id))
        values.append(position)
      }
      for column in table.own { values.append(row.cells[column]) }
      try db.run(table.insert, values)
      if let tie = table.tie {
        try db.run(tie, [.text(caseID), .text(row.id), position] + table.tied.map { row.cells[$0] })
      }
      for (index, child) in table.children.enumerated() {
        for childRow in row.children[index] { try insert(childRow, of: child, parent: row.id) }
      }
    }
    try insert(row, of: root, parent: "")
  }

  /// Takes away the rows of a case, but not the case's own row, which others may refer to.
  private func clear(_ caseID: String) throws {
    for table in StoredTable.cases.withDescendants.dropFirst() {
      try db.run("DELETE FROM \(table.ownedTable) WHERE case_id = ?", [.text(caseID)])
    }
  }

  /// Forgets publications that no case cites any more.
  private func dropSources(of stored: Case?) throws {
    for source in stored?.sources ?? [] {
      try db.run(
        "DELETE FROM sources WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM case_sources WHERE source_id = ?1)",
        [.text(source.id)])
    }
  }
}
