import ClinicalModel

/// A condition of a query with the values it binds.
struct SQLCondition: Equatable {
  let sql: String
  let values: [Scalar]

  init(_ sql: String, _ values: [Scalar] = []) {
    self.sql = sql
    self.values = values
  }

  /// Holds of nothing.
  static let never = SQLCondition("0")

  var isNever: Bool { sql == Self.never.sql }

  static func any(_ conditions: [SQLCondition]) -> SQLCondition {
    joined(conditions.filter { !$0.isNever }, " OR ", empty: never.sql)
  }
  static func all(_ conditions: [SQLCondition]) -> SQLCondition { joined(conditions, " AND ", empty: "1") }

  /// The case is one of those that a statement selects.
  static func `case`(in select: String, _ values: [Scalar] = []) -> SQLCondition {
    SQLCondition("f.case_id IN (\(select))", values)
  }

  static func not(_ condition: SQLCondition) -> SQLCondition {
    SQLCondition("NOT coalesce((\(condition.sql)), 0)", condition.values)
  }

  /// Answered by no index.
  var unindexed: SQLCondition { SQLCondition("(\(sql)) IS TRUE", values) }

  /// A column that is one of these texts.
  static func column(_ column: String, in values: [String]) -> SQLCondition {
    any(values.map { SQLCondition("\(column) = ?", [.text($0)]) })
  }

  private static func joined(_ conditions: [SQLCondition], _ word: String, empty: String) -> SQLCondition {
    if conditions.isEmpty { return SQLCondition(empty) }
    if conditions.count == 1 { return conditions[0] }
    return SQLCondition(conditions.map { "(\($0.sql))" }.joined(separator: word), conditions.flatMap(\.values))
  }
}
