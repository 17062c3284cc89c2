import ClinicalModel
import ClinicalRules

/// What is asked of therapies; only what was given counts.
struct TherapyPredicate {
  var patterns: [TherapyPattern] = []
  var delivered: [NumberRange] = []

  var isEmpty: Bool { patterns.isEmpty && delivered.isEmpty }

  /// Whether drugs are named: an index finds their therapies.
  var isSelective: Bool { !patterns.isEmpty && patterns.allSatisfy { if case .category = $0 { false } else { true } } }

  /// - Parameter lesions: what is asked of lesions beside it: a therapy that has targets must have such a one. Drugs act
  ///   on the whole body; of local therapy without a target it is not known.
  func condition(_ lesions: LesionPredicate) -> ThreeValuedCondition {
    var clauses: [ThreeValuedCondition] = [
      ThreeValuedCondition(
        certain: SQLCondition("t.status = 'given'"),
        open: SQLCondition(
          "t.status = 'given' OR t.status = 'value_unavailable' OR \(ThreeValuedCondition.untold("t.status"))"))
    ]
    if !patterns.isEmpty { clauses.append(.any(patterns.map { $0.condition(of: "t") })) }
    if !delivered.isEmpty { clauses.append(.any(delivered.map(Self.delivered))) }
    let targets = "FROM therapy_targets x WHERE x.case_id = t.case_id AND x.therapy_id = t.id"
    let none = "NOT EXISTS (SELECT 1 \(targets))"
    clauses.append(
      lesions.isMet(
        by: "FROM therapy_targets x JOIN lesions l ON l.case_id = x.case_id AND l.id = x.lesion_id "
          + "WHERE x.case_id = t.case_id AND x.therapy_id = t.id",
        general: "t.category NOT IN ('radiotherapy', 'surgery', 'ablation', 'nerve_block') AND \(none)", untold: none))
    return .rows(
      "therapies t WHERE 1", "t", .all(clauses),
      untold: SQLCondition("NOT EXISTS (SELECT 1 FROM therapies n WHERE n.case_id = f.case_id)"),
      isSelective: isSelective)
  }

  private static func delivered(_ range: NumberRange) -> ThreeValuedCondition {
    let gray = ThreeValuedCondition.range(range, low: "t.delivered_gy", high: "t.delivered_gy")
    return .all([ThreeValuedCondition(certain: SQLCondition("t.category = 'radiotherapy'")), gray])
  }
}

extension TherapyPattern {
  /// Whether a therapy of that alias is of the pattern; a drug that nobody names may be any.
  func condition(of alias: String) -> ThreeValuedCondition {
    switch self {
    case .category(let category): return .word("\(alias).category", category.rawValue)
    case .agent(let drug): return Self.agents([drug.text], alias)
    case .drugClass(_, let agents): return Self.agents(agents, alias)
    }
  }

  private static func agents(_ agents: [String], _ alias: String) -> ThreeValuedCondition {
    let marks = agents.map { _ in "?" }.joined(separator: ", ")
    let named = SQLCondition("\(alias).agent COLLATE NOCASE IN (\(marks))", agents.map(Scalar.text))
    let unnamed = SQLCondition(
      "(\(ThreeValuedCondition.untold("\(alias).agent"))) AND \(alias).category IN "
        + "('systemic', 'opioid', 'analgesic', 'corticosteroid', 'other', 'not_reported')")
    return ThreeValuedCondition(certain: named, open: .any([named, unnamed]))
  }
}
