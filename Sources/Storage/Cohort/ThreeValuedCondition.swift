import ClinicalModel
import ClinicalRules

/// What SQL says of a question, of the flat rows `f`: each condition holds wherever the one before it holds.
struct ThreeValuedCondition {
  /// It certainly holds.
  let certain: SQLCondition
  /// It holds, or what is told overlaps it.
  let possible: SQLCondition
  /// It holds, or nobody says that it does not.
  let open: SQLCondition

  init(certain: SQLCondition, possible: SQLCondition? = nil, open: SQLCondition? = nil) {
    self.certain = certain
    self.possible = possible ?? certain
    self.open = open ?? self.possible
  }

  /// One that is known of every case.
  var isNeverOpen: Bool { open == certain }

  static func any(_ conditions: [ThreeValuedCondition]) -> ThreeValuedCondition {
    ThreeValuedCondition(
      certain: .any(conditions.map(\.certain)), possible: .any(conditions.map(\.possible)),
      open: .any(conditions.map(\.open)))
  }

  static func all(_ conditions: [ThreeValuedCondition]) -> ThreeValuedCondition {
    ThreeValuedCondition(
      certain: .all(conditions.map(\.certain)), possible: .all(conditions.map(\.possible)),
      open: .all(conditions.map(\.open)))
  }

  /// Looked up by no index: SQLite takes any index of the flat rows for more selective than a list of cases.
  var unindexed: ThreeValuedCondition {
    ThreeValuedCondition(certain: certain.unindexed, possible: possible.unindexed, open: open.unindexed)
  }

  /// What is found: where ranges may overlap, also what is possible.
  func found(possibly: Bool) -> SQLCondition { possibly ? possible : certain }

  /// A text column that is a word; one that is empty or says that it is not known is open.
  static func word(_ column: String, _ word: String) -> ThreeValuedCondition {
    let equal = SQLCondition("\(column) = ?", [.text(word)])
    return ThreeValuedCondition(certain: equal, open: .any([equal, SQLCondition(Self.untold(column))]))
  }

  static func untold(_ column: String) -> String {
    "\(column) IS NULL OR \(column) IN ('not_reported', 'unknown', 'indeterminate', 'not_stated')"
  }

  /// The lowest and the highest that a number can be lie inside.
  static func range(_ range: NumberRange, low: String, high: String) -> ThreeValuedCondition {
    let ends: [Scalar] = [.real(range.range.lowerBound), .real(range.range.upperBound)]
    return ThreeValuedCondition(
      certain: SQLCondition("\(low) >= ? AND \(high) <= ?", ends),
      possible: SQLCondition("coalesce(\(high), \(low)) >= ? AND coalesce(\(low), \(high)) <= ?", ends),
      open: SQLCondition(
        "coalesce(\(high), 1e9) >= ? AND coalesce(\(low), -1e9) <= ?", ends))
  }
}
