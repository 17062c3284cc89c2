import ClinicalModel
import ClinicalRules

/// What is asked of responses.
enum ResponsePredicate {
  /// - Parameter lesions: what is asked of lesions beside it: a response of a lesion must be of such a one. That of the
  ///   disease as a whole, or of a symptom, is of none.
  static func condition(_ categories: [ResponseCategory], _ times: TimePredicate, _ lesions: LesionPredicate)
    -> ThreeValuedCondition
  {
    var clauses: [ThreeValuedCondition] = [.any(categories.map { .word("r.category", $0.rawValue) })]
    clauses.append(
      lesions.isMet(
        by: "FROM lesions l WHERE l.case_id = r.case_id AND l.id = r.lesion_id",
        general: "r.lesion_id IS NULL AND (r.scope = 'overall' OR r.scope = 'symptom')",
        untold: "r.lesion_id IS NULL"))
    if !times.isEmpty { clauses.append(times.condition(of: .response)) }
    return .rows(
      "responses r WHERE 1", "r", .all(clauses),
      untold: SQLCondition("NOT EXISTS (SELECT 1 FROM responses n WHERE n.case_id = f.case_id)"))
  }
}

/// What is asked of findings: told without a word of presence, one was there.
enum FindingPredicate {
  static func condition(_ codes: [FindingCode]) -> ThreeValuedCondition {
    func cases(_ code: FindingCode, _ presence: String) -> SQLCondition {
      .case(
        in: "SELECT n.case_id FROM findings n WHERE n.code = ? COLLATE NOCASE AND (\(presence))", [.text(code.text)])
    }
    return .any(
      codes.map { code in
        let there = cases(code, "n.presence IS NULL OR n.presence = 'present'")
        let told = cases(code, "n.presence IS NULL OR n.presence = 'present' OR n.presence = 'absent'")
        return ThreeValuedCondition(certain: there, open: .any([there, .not(told)]))
      })
  }
}

/// What is asked of performance status.
enum ECOGPredicate {
  static func condition(_ ranges: [NumberRange]) -> ThreeValuedCondition {
    let low = "CASE WHEN m.comparator = '<' OR m.comparator = '<=' THEN 0 ELSE m.value END"
    let high = "CASE WHEN m.comparator = '>' OR m.comparator = '>=' THEN 5 ELSE coalesce(m.value_max, m.value) END"
    return .rows(
      "measurements m WHERE m.code = 'ecog'", "m", .any(ranges.map { .range($0, low: "(\(low))", high: "(\(high))") }),
      untold: SQLCondition("NOT EXISTS (SELECT 1 FROM measurements n WHERE n.case_id = f.case_id AND n.code = 'ecog')"))
  }
}

/// What is asked of the onset of an episode.
enum OnsetPredicate {
  static func condition(_ ranges: [DateRange], _ times: TimePredicate) -> ThreeValuedCondition {
    var clauses: [ThreeValuedCondition] = []
    if !ranges.isEmpty { clauses.append(.any(ranges.map(Self.inside))) }
    if !times.isEmpty { clauses.append(times.condition(of: .onset)) }
    let onset = "o.row_table = 'mps_episodes' AND o.field = 'onset_date'"
    return .rows(
      "case_dates o WHERE \(onset)", "o", .all(clauses),
      untold: SQLCondition("NOT EXISTS (SELECT 1 FROM case_dates o WHERE o.case_id = f.case_id AND \(onset))"),
      isSelective: !ranges.isEmpty)
  }

  private static func inside(_ range: DateRange) -> ThreeValuedCondition {
    let (first, last) = (
      Scalar.integer(Int64(range.first ?? -1_000_000)), Scalar.integer(Int64(range.last ?? 1_000_000))
    )
    return ThreeValuedCondition(
      certain: SQLCondition("o.axis = 'calendar' AND o.first_day >= ? AND o.last_day <= ?", [first, last]),
      possible: SQLCondition("o.axis = 'calendar' AND o.last_day >= ? AND o.first_day <= ?", [first, last]),
      open: SQLCondition("o.axis <> 'calendar' OR (o.last_day >= ? AND o.first_day <= ?)", [first, last]))
  }
}
