package import ClinicalModel
package import ClinicalRules
internal import GRDB

/// How many patients and reports a query finds, and how many patients something unknown keeps out.
package struct CohortCount: Hashable, Sendable {
  package let patients: Int
  package let reports: Int
  package let unknown: Int
  /// More than those that were counted may be unknown.
  package let mayBeMore: Bool

  fileprivate init(_ found: Found, _ unknown: (rows: Int, isWhole: Bool)) {
    patients = found.patients
    reports = found.reports
    self.unknown = unknown.rows
    mayBeMore = !unknown.isWhole
  }
}

/// What was found so far.
private struct Found {
  var patients = 0
  var reports = 0

  /// - Parameter column: where the row says how many reports it has.
  mutating func add(_ row: RowInPlace, _ column: Int) {
    patients += 1
    if case .integer(let number) = row[column] { reports += Int(number) }
  }
}

/// In what order a cohort is listed, and how much of it.
package struct RowOrder: Sendable {
  /// A column of the facts; without one, the case ids.
  package var sort: String?
  package var descending = false
  package var limit: Int?

  package init(sort: String? = nil, descending: Bool = false, limit: Int? = nil) {
    self.sort = sort
    self.descending = descending
    self.limit = limit
  }
}

extension ReadSession {
  /// Hands over the flat rows of a cohort one by one.
  ///
  /// - Parameters:
  ///   - columns: names of facts.
  ///   - steps: see ``unknown(of:within:)``.
  /// - Returns: how large the whole cohort is, even when its listing is limited.
  @discardableResult package func rows(
    of query: CaseQuery, columns: [String], listing: RowOrder = RowOrder(), within steps: Int? = nil,
    each: (RowInPlace) throws -> Void
  ) throws -> CohortCount {
    let condition = query.condition
    let sort = listing.sort.map { "f.\"\($0)\" IS NULL, f.\"\($0)\"\(listing.descending ? " DESC" : ""), " } ?? ""
    let limit = listing.limit.map { " LIMIT \($0)" } ?? ""
    var found = Found()
    try db.each(
      "\(Self.select(columns)) WHERE \(condition.sql) ORDER BY \(sort)f.case_id\(limit)", condition.values
    ) { row in
      found.add(row, columns.count)
      try each(row)
    }
    if listing.limit != nil { found = try count(condition) }
    return CohortCount(found, try unknown(of: query, within: steps))
  }

  /// Hands over the flat rows of a cohort in an order that is made of their ids.
  ///
  /// - Parameter key: what to sort by, made of a case's id.
  package func rows<Key: Comparable>(
    of query: CaseQuery, columns: [String], by key: (UnsafeBufferPointer<UInt8>) -> Key,
    each: (RowInPlace, Key) throws -> Void
  ) throws -> CohortCount {
    let condition = query.condition
    var places: [(key: Key, row: Int64)] = []
    try db.each("SELECT f.case_id, f.rowid FROM case_facts f WHERE \(condition.sql)", condition.values) { row in
      if case .text(let id) = row[0], case .integer(let place) = row[1] { places.append((key(id), place)) }
    }
    places.sort { $0.key < $1.key }
    var found = Found()
    try db.each(
      "\(Self.select(columns)) WHERE f.rowid = ?", over: places, values: { [.integer($0.row)] },
      row: { row, place in
        found.add(row, columns.count)
        try each(row, place.key)
      })
    return CohortCount(found, try unknown(of: query))
  }

  /// Hands over the rows of one table of all cases of a cohort: the keys of the row, then its columns.
  package func rows(of schema: Schema, in query: CaseQuery, each: (RowInPlace) throws -> Void) throws {
    guard let table = StoredTable.cases.withDescendants.first(where: { $0.schema === schema }) else { return }
    let condition = query.condition
    try db.each(
      "\(table.selectMany) IN (SELECT f.case_id FROM case_facts f WHERE \(condition.sql)) ORDER BY \(table.orderMany)",
      condition.values, each)
  }

  /// Columns of the flat rows, and after them how many reports a row has.
  private static func select(_ columns: [String]) -> String {
    "SELECT \((columns + ["n_sources"]).map { "f.\"\($0)\"" }.joined(separator: ", ")) FROM case_facts f"
  }

  /// Counts what a query finds.
  package func count(of query: CaseQuery) throws -> CohortCount {
    CohortCount(try count(query.condition), try unknown(of: query))
  }

  /// Counts the patients whom only something unknown keeps out.
  ///
  /// - Parameter steps: steps of SQLite's virtual machine after which no more are counted: where an index finds a
  ///   cohort at once, who is left out of it may still be most of the registry.
  private func unknown(of query: CaseQuery, within steps: Int? = nil) throws -> (rows: Int, isWhole: Bool) {
    guard let condition = query.leftOutAsUnknown else { return (0, true) }
    guard let steps else { return (try count(condition).patients, true) }
    return try db.count("SELECT 1 FROM case_facts f WHERE \(condition.sql)", condition.values, within: steps)
  }

  /// Counts what each step leaves of the one before it, and of how many that it takes away it is not known; the first
  /// two steps are all that is recorded, and of that what is not hidden.
  package func attrition(of query: CaseQuery) throws -> [CohortCount] {
    let visible = query.visible
    var before = SQLCondition.all([])
    var counts = try [before, visible].map { condition in
      CohortCount(try count(condition), (0, true))
    }
    before = visible
    for step in query.steps.map(\.query) {
      let after = SQLCondition.all([visible, step.holds])
      let unknown = try count(.all([before, step.mayHold, .not(step.holds)])).patients
      counts.append(CohortCount(try count(after), (unknown, true)))
      before = after
    }
    return counts
  }

  private func count(_ condition: SQLCondition) throws -> Found {
    let row = try Row.fetchOne(
      db, sql: "SELECT count(*), coalesce(sum(f.n_sources), 0) FROM case_facts f WHERE \(condition.sql)",
      arguments: StatementArguments(condition.values.map(\.databaseValue)))
    return Found(
      patients: try row?.optional(0, of: "case_facts") ?? 0, reports: try row?.optional(1, of: "case_facts") ?? 0)
  }
}
