/// A question to the registry: the same key twice means or, different keys mean and.
public struct CaseQuery: Hashable, Sendable {
  public var criteria: [CaseCriterion]
  /// What must not certainly hold; a case of which it is not known stays.
  public var excluded: [CaseCriterion]
  /// Whether a range also matches where it only overlaps.
  public var possibly: Bool

  public init(_ criteria: [CaseCriterion] = [], excluded: [CaseCriterion] = [], possibly: Bool = false) {
    self.criteria = criteria
    self.excluded = excluded
    self.possibly = possibly
  }

  /// The criteria in groups of one key, in the order of the keys.
  public var byKey: [(key: CaseCriterion.Key, criteria: [CaseCriterion])] {
    CaseCriterion.Key.allCases.compactMap { key in
      let own = criteria.filter { $0.key == key }
      return own.isEmpty ? nil : (key, own)
    }
  }
}
