package import ClinicalModel
internal import GRDB

/// How many patients and reports a query finds, and how many patients something unknown keeps out.
package struct CohortCount: Hashable, Sendable {
  package let patients: Int
  package let reports: Int
  package let unknown: Int
}

/// In what order a cohort is listed, and how much of it.
package struct Listing: Sendable {
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
  /// - Parameter columns: names of facts.
  package func rows(
    of query: CaseQuery, columns: [String], listing: Listing = Listing(), each: ([Scalar]) throws -> Void
  ) throws {
    let condition = query.condition
    let list = columns.map { "f.\"\($0)\"" }.joined(separator: ", ")
    let sort = listing.sort.map { "f.\"\($0)\" IS NULL, f.\"\($0)\"\(listing.descending ? " DESC" : ""), " } ?? ""
    let limit = listing.limit.map { " LIMIT \($0)" } ?? ""
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT \(list) FROM case_facts f WHERE \(condition.sql) ORDER BY \(sort)f.case_id\(limit)",
      arguments: StatementArguments(condition.values.map(\.databaseValue)))
    while let row = try cursor.next() { try each(columns.indices.map { Scalar(row[$0]) }) }
  }

  /// Counts what a query finds.
  package func count(of query: CaseQuery) throws -> CohortCount {
    func count(_ select: String, _ condition: SQLCondition) throws -> Row? {
      try Row.fetchOne(
        db, sql: "SELECT \(select) FROM case_facts f WHERE \(condition.sql)",
        arguments: StatementArguments(condition.values.map(\.databaseValue)))
    }
    let found = try count("count(*), coalesce(sum(f.n_sources), 0)", query.condition)
    let unknown = try query.leftOutAsUnknown.flatMap { try count("count(*)", $0) }
    return CohortCount(patients: found?[0] ?? 0, reports: found?[1] ?? 0, unknown: unknown?[0] ?? 0)
  }
}
