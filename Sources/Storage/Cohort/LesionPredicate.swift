import ClinicalModel
import ClinicalRules

/// What is asked of deposits; what only looked like one is none.
struct LesionPredicate {
  var muscles: [Muscle] = []
  var sides: [Laterality] = []

  var isEmpty: Bool { muscles.isEmpty && sides.isEmpty }

  var condition: ThreeValuedCondition {
    let none = muscles.isEmpty ? "" : " AND n.muscle IS NOT NULL"
    return .rows(
      "lesions l WHERE l.kind IS NOT 'mimic'", "l", ofRow,
      untold: SQLCondition("NOT EXISTS (SELECT 1 FROM lesions n WHERE n.case_id = f.case_id\(none))"))
  }

  /// What is asked of a row `l`.
  private var ofRow: ThreeValuedCondition {
    var clauses: [ThreeValuedCondition] = []
    if !muscles.isEmpty { clauses.append(.any(muscles.map(Self.muscle))) }
    if !sides.isEmpty { clauses.append(.any(sides.map { .word("l.laterality", $0.rawValue) })) }
    return .all(clauses)
  }

  private static func muscle(_ muscle: Muscle) -> ThreeValuedCondition {
    let words = [muscle.rawValue] + muscle.overlapping.map(\.rawValue)
    let possible = SQLCondition.column("l.muscle", in: words)
    return ThreeValuedCondition(
      certain: .column("l.muscle", in: [muscle.rawValue]), possible: possible,
      open: .any([possible, SQLCondition("l.muscle = 'not_reported'")]))
  }

  /// What is told of certain lesions must be told of one that is asked for.
  ///
  /// - Parameters:
  ///   - rows: the lesions `l` that a row is about, from FROM to the end of the condition.
  ///   - general: true where a row is about the patient as a whole.
  ///   - untold: true where a row names no lesion.
  func isMet(by rows: String, general: String, untold: String) -> ThreeValuedCondition {
    if isEmpty { return ThreeValuedCondition(certain: SQLCondition("1")) }
    func some(_ condition: SQLCondition) -> SQLCondition {
      SQLCondition("EXISTS (SELECT 1 \(rows) AND l.kind IS NOT 'mimic' AND (\(condition.sql)))", condition.values)
    }
    let (asked, whole) = (ofRow, SQLCondition(general))
    return ThreeValuedCondition(
      certain: .any([some(asked.certain), whole]), possible: .any([some(asked.possible), whole]),
      open: .any([some(asked.open), SQLCondition(untold)]))
  }
}
