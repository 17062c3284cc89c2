package import ClinicalModel
package import ClinicalRules
internal import GRDB

/// What can be read while the registry stands still.
package struct ReadSession {
  let db: Database

  /// A case without types; nil when there is none with this id.
  package func fetchRow(_ id: String) throws -> UntypedRow? { UntypedRow(try flatRows(of: id)) }

  /// A whole case; nil when there is none with this id.
  package func fetchCase(_ id: String) throws -> CaseSnapshot? { try snapshot(try flatRows(of: id)) }

  /// A case of its stored rows; nil without the case's own.
  func snapshot(_ rows: [FlatRow]) throws -> CaseSnapshot? {
    try UntypedRow(rows).map { CaseSnapshot(try typed($0), $0, rows) }
  }

  /// A stored case with its types.
  ///
  /// - Throws: `damaged` with the place of a value that the model does not accept.
  func typed(_ row: UntypedRow) throws -> Case {
    var problems = Problems()
    let found = Case(row, &problems)
    if let problem = problems.kept.first { throw StorageError.damaged("\(problem.path) of the case \(row.id)") }
    return found
  }

  /// The ids of some cases after one, in order.
  package func caseIDs(after id: String, atMost count: Int) throws -> [String] {
    try next(
      try String.fetchAll(db, sql: "SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT ?", arguments: [id, count]),
      after: id)
  }

  /// - Throws: `damaged` for an id that is no text: what comes after it would be looked for without an end.
  func next(_ ids: [String], after id: String) throws -> [String] {
    if ids.last == id { throw StorageError.damaged("cases: an id after \(id) is no text") }
    return ids
  }

  /// The ids of all cases, in order.
  package func caseIDs() throws -> [String] { try String.fetchAll(db, sql: "SELECT id FROM cases ORDER BY id") }

  /// The rows of a case just as they are stored, also those that no reader would accept.
  func flatRows(of caseID: String) throws -> [FlatRow] {
    try StoredTable.cases.withDescendants.flatMap { table in
      let cursor = try Row.fetchCursor(db.cachedStatement(sql: table.select), arguments: [caseID])
      var rows: [FlatRow] = []
      while let stored = try cursor.next() {
        let name = table.schema.name
        let parent: String = try stored.optional(0, of: name) ?? ""
        rows.append(
          FlatRow(
            schema: table.schema, key: table.schema.key(ofRow: try stored.value(1, of: name), in: parent),
            parent: parent, position: try stored.value(2, of: name),
            cells: table.schema.columns.indices.map { Scalar(stored[$0 + 3]) }))
      }
      return rows
    }
  }

  /// The stored flat row of a case; nil when it has none.
  package func facts(of caseID: String) throws -> [Scalar]? {
    try Row.fetchOne(db.cachedStatement(sql: DerivedTables.selectFacts), arguments: [caseID]).map { row in
      DerivedVariables.columns.indices.map { Scalar(row[$0]) }
    }
  }

  /// The stored publications that this one is, by DOI and by PubMed id, else by its own id; none when it is new.
  func storedIDs(of source: Source) throws -> [String] {
    func stored(_ column: String, _ value: String?) throws -> [String] {
      guard let value else { return [] }
      return try String.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM sources WHERE \(column) = ?"), arguments: [value])
    }
    let known = try stored("doi", source.doi?.text) + stored("pmid", source.pmid?.text)
    return known.isEmpty ? try stored("id", source.id) : known
  }

  /// The cases that a source tells of.
  func cases(citing source: String) throws -> [String] {
    let sql = "SELECT case_id FROM case_sources WHERE source_id = ? ORDER BY case_id"
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [source])
  }
}
