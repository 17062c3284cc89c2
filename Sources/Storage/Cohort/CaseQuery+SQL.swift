import ClinicalModel
import ClinicalRules

extension CaseQuery {
  /// True of the flat rows `f` that match the whole query.
  var condition: SQLCondition { .all([visible, holds]) }

  /// True of the flat rows that only something unknown keeps out; nil when nothing that is asked can be unknown.
  var leftOutAsUnknown: SQLCondition? {
    parts.allSatisfy(\.criteriaHold.isNeverOpen) ? nil : .all([visible, mayHold, .not(holds)])
  }

  /// All parts of the question hold.
  var holds: SQLCondition { .all(parts.map { .all([$0.criteriaHold.found(possibly: $0.possibly), $0.kept]) }) }

  /// Nobody says that one of the parts does not hold.
  var mayHold: SQLCondition { .all(parts.map { .all([$0.criteriaHold.open, $0.kept]) }) }

  /// What is excluded does not certainly hold.
  private var kept: SQLCondition { .all(excluded.map { .not(CaseQuery([$0]).criteriaHold.certain) }) }

  /// The criteria hold, each key of one and the same row of its table.
  private var criteriaHold: ThreeValuedCondition { CohortPredicate(of: self).condition }

  /// Withdrawn cases, and those that are another case told again, are kept and hidden unless they are asked for.
  var visible: SQLCondition {
    var hidden: [SQLCondition] = []
    if !asksForWithdrawn {
      hidden.append(SQLCondition("f.case_id NOT IN (SELECT id FROM cases WHERE status = 'withdrawn')"))
    }
    if !parts.contains(where: { $0.criteria.contains { $0.key == .caseID } }) {
      hidden.append(
        SQLCondition("f.case_id NOT IN (SELECT other_case_id FROM case_links WHERE state = 'same_patient')"))
    }
    return .all(hidden)
  }
}
