package import ClinicalModel
package import ClinicalRules
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
    try save(CaseSnapshot(subject), over: try stored(subject.id), as: action)
  }

  /// Stores a case over what is stored of it: the only function through which a case changes.
  package func save(
    _ snapshot: CaseSnapshot, over before: CaseSnapshot?, as action: Revision.Action? = nil
  ) throws -> Saved {
    let stored = before?.subject
    var subject = snapshot.subject
    let others = try SharedSources(reading: reading).unify(in: &subject)
    if stored == subject { return .unchanged }
    let snapshot = snapshot.with(subject)
    let otherRows = try others.map { other in
      let rows = try reading.flatRows(of: other)
      try checkHistory(of: other, rows)
      return rows
    }
    if stored != nil { try clear(subject.id) }
    try insert(snapshot.row, of: StoredTable.cases, caseID: subject.id)
    try dropSources(of: stored)
    try writeDerived(of: snapshot, isNew: stored == nil)
    let created = stored == nil
    try tell(action ?? (created ? .create : .update), subject.id, from: before?.rows ?? [], to: snapshot.rows)
    for (other, old) in zip(others, otherRows) {
      let new = try reading.flatRows(of: other)
      if let changed = try reading.snapshot(new) { try writeDerived(of: changed) }
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

  private func tell(_ action: Revision.Action, _ caseID: String, from old: [FlatRow], to new: [FlatRow]) throws {
    let payload: Payload = old.isEmpty ? .newCase(new) : .changes(CaseDifference(from: old, to: new))
    try history.append(action, caseID: caseID, payload: payload, rows: new, in: db)
  }

  /// Tells of something that was done with the registry as a whole.
  package func record(_ action: Revision.Action, _ payload: Payload) throws {
    try history.append(action, caseID: nil, payload: payload, rows: nil, in: db)
  }

  /// Changes what the registry holds beside its cases, with the revision that tells of it.
  func change(_ action: Revision.Action, _ body: () throws -> Void) throws {
    let before = try reading.registryState()
    try body()
    let difference = try reading.registryState().difference(since: before)
    if !difference.changes.isEmpty { try record(action, .changes(difference)) }
  }

  /// After a migration: tells the history, brings what is derived up to date, and begins the history of cases that were
  /// stored before there was one.
  ///
  /// - Parameter found: the schema that the registry had; nil of a new one.
  func bringUpToDate(since found: Int?) throws {
    try begin(since: found)
    for id in try reading.caseIDs() {
      try derive(id)
      if let found, found < RegistryDatabase.firstWithHistory {
        try tell(.adopt, id, from: [], to: try reading.flatRows(of: id))
      }
    }
  }

  /// Tells the registry's id, and what older schemas kept without telling. A link, a definition or a number of codes that
  /// the older history does not tell was planted, and is not blessed here.
  private func begin(since found: Int?) throws {
    var replayed = ReplayedRegistry()
    try reading.revisionsOfNoCase { try replayed.follow($0) { _ in } }
    let isTold: (CaseDifference.Change) -> Bool = { change in
      let place = change.path.split(separator: "/")
      return place.first == "case_links" || (place.first == "cohorts" && place.last == "definition")
        || (place.first == "codes" && place.last == "codes")
    }
    let difference = try reading.registryState().difference(since: replayed.state)
    let schema = CaseDifference.Change(
      path: "registry/schema", old: replayed.state.values["registry/schema"] ?? .null,
      new: .integer(Int64(RegistryDatabase.schema)))
    try record(
      found == nil ? .begin : .migrate,
      .changes(CaseDifference([schema] + difference.changes.filter { !isTold($0) })))
  }

  /// Derives anew what is derived from a case.
  ///
  /// - Returns: whether its flat row is other than before.
  @discardableResult
  private func derive(_ id: String) throws -> Bool {
    guard let snapshot = try reading.fetchCase(id) else { return false }
    let before = try reading.facts(of: id)
    try writeDerived(of: snapshot)
    return try reading.facts(of: id) != before
  }

  /// Derives anew what is derived from some cases.
  ///
  /// - Returns: how many flat rows are other than before.
  /// - Throws: `otherwiseTold` for a case that was changed past the program.
  package func refresh(_ ids: [String]) throws -> Int {
    try ids.count { id in
      try checkHistory(of: id, try reading.flatRows(of: id))
      return try derive(id)
    }
  }

  /// Writes what is derived from a case anew: its flat row and the bounds of its dates.
  private func writeDerived(of snapshot: CaseSnapshot, isNew: Bool = false) throws {
    let id = snapshot.subject.id
    try db.run(DerivedTables.insertFacts, snapshot.facts)
    if !isNew { try db.run("DELETE FROM case_dates WHERE case_id = ?", [.text(id)]) }
    for row in DerivedTables.dates(of: id, snapshot.timeline) { try db.run(DerivedTables.insertDate, row) }
  }

  private func insert(_ row: UntypedRow, of root: StoredTable, caseID: String) throws {
    var positions = [Int64](repeating: 0, count: root.count)
    var values: [Scalar] = []
    func insert(_ row: UntypedRow, of table: StoredTable, parent: String) throws {
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
