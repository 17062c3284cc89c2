package import ClinicalModel
internal import GRDB

/// What a command does to the registry, inside its one transaction.
package struct WriteSession {
  package let reading: ReadSession
  private var db: Database { reading.db }

  package enum Saved: Hashable, Sendable { case created, updated, unchanged }

  /// Stores a case whole: the only function through which a case changes.
  ///
  /// - Returns: what it came to; an equal case leaves no trace.
  /// - Throws: a `Problem` when a source of it contradicts what other cases already say of that source.
  package func save(_ subject: Case) throws -> Saved {
    var subject = subject
    let others = try SharedSources(reading: reading).settle(in: &subject)
    let stored = try reading.fetchCase(subject.id)
    if stored == subject { return .unchanged }
    try clear(subject.id)
    try insert([subject.plain], of: StoredTable.cases, caseID: subject.id)
    try dropSources(of: stored)
    try writeFacts(of: subject)
    for other in others {
      if let changed = try reading.fetchCase(other) { try writeFacts(of: changed) }
    }
    return stored == nil ? .created : .updated
  }

  /// Rebuilds the flat row of a case.
  private func writeFacts(of subject: Case) throws { try execute(Self.factsInsert, CaseFacts.row(of: subject)) }

  private static let factsInsert: String = {
    let names = CaseFacts.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let marks = CaseFacts.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT OR REPLACE INTO case_facts (\(names)) VALUES (\(marks))"
  }()

  private func insert(_ rows: [PlainRow], of root: StoredTable, caseID: String) throws {
    var positions: [String: Int64] = [:]
    func insert(_ row: PlainRow, of table: StoredTable, parent: String) throws {
      let schema = table.schema
      positions[schema.name, default: 0] += 1
      let position = Scalar.integer(positions[schema.name] ?? 1)
      let own = table.own.map { row.cells[$0] }
      switch schema.identity {
      case .wholeCase: try execute(table.insert, [.text(row.id)] + own)
      case .publication:
        try execute(table.insert, [.text(row.id)] + own)
        if let tie = table.tie {
          try execute(tie, [.text(caseID), .text(row.id), position] + table.tied.map { row.cells[$0] })
        }
      case .numbered, .named:
        let parents: [Scalar] = schema.parentColumn == nil ? [] : [.text(parent)]
        try execute(table.insert, [.text(caseID)] + parents + [.text(row.id), position] + own)
      }
      for (child, rows) in zip(table.children, row.children) {
        for childRow in rows { try insert(childRow, of: child, parent: row.id) }
      }
    }
    for row in rows { try insert(row, of: root, parent: "") }
  }

  /// Takes away the rows of a case, but not the case's own row, which others may refer to.
  private func clear(_ caseID: String) throws {
    for table in StoredTable.cases.withDescendants.dropFirst() {
      try execute("DELETE FROM \(table.ownedTable) WHERE case_id = ?", [.text(caseID)])
    }
  }

  /// Forgets publications that no case cites any more.
  private func dropSources(of stored: Case?) throws {
    for source in stored?.sources ?? [] {
      try execute(
        "DELETE FROM sources WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM case_sources WHERE source_id = ?1)",
        [.text(source.id)])
    }
  }

  private func execute(_ sql: String, _ values: [Scalar]) throws {
    let statement = try db.cachedStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(values.map(\.databaseValue)))
  }
}
