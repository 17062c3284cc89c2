import ClinicalModel

/// A question to the registry: the same key twice means or, different keys mean and.
public struct CaseQuery: Hashable, Sendable {
  public var criteria: [CaseCriterion]
  /// What must not certainly hold; a case of which it is not known stays.
  public var excluded: [CaseCriterion]
  /// Whether a range also matches where it only overlaps.
  public var possibly: Bool
  /// Questions that must hold beside this one, each with rows of its own: those of a named cohort.
  public var within: [CaseQuery]

  public init(
    _ criteria: [CaseCriterion] = [], excluded: [CaseCriterion] = [], possibly: Bool = false, within: [CaseQuery] = []
  ) {
    self.criteria = criteria
    self.excluded = excluded
    self.possibly = possibly
    self.within = within
  }

  /// The criteria in groups of one key, in the order of the keys.
  public var byKey: [(key: CaseCriterion.Key, criteria: [CaseCriterion])] {
    CaseCriterion.Key.allCases.compactMap { key in
      let own = criteria.filter { $0.key == key }
      return own.isEmpty ? nil : (key, own)
    }
  }

  /// Whether withdrawn cases are asked for, which are hidden else.
  public var asksForWithdrawn: Bool { parts.contains { $0.criteria.contains { $0.value == .status(.withdrawn) } } }

  /// The questions that must all hold, without questions inside.
  public var parts: [CaseQuery] {
    let own = CaseQuery(criteria, excluded: excluded, possibly: possibly)
    return within.flatMap(\.parts) + (criteria.isEmpty && excluded.isEmpty ? [] : [own])
  }
}

/// One narrowing of a cohort.
public struct CohortStep: Sendable {
  /// The criterion as the command line spells it, without its dashes.
  public let criterion: String
  /// The question as far as this step.
  public let query: CaseQuery
}

extension CaseQuery {
  /// The question, a key at a time: each step asks all that the one before it asks.
  public var steps: [CohortStep] {
    var steps: [CohortStep] = []
    var before: [CaseQuery] = []
    for part in parts {
      var far = CaseQuery(possibly: part.possibly, within: before)
      for (key, criteria) in part.byKey {
        far.criteria += criteria
        let values = criteria.map(\.value.text).joined(separator: " or ")
        steps.append(CohortStep(criterion: "\(key.rawValue) \(values)", query: far))
      }
      for criterion in part.excluded {
        far.excluded.append(criterion)
        steps.append(CohortStep(criterion: "not \(criterion.key.rawValue) \(criterion.value.text)", query: far))
      }
      before.append(part)
    }
    return steps
  }
}
