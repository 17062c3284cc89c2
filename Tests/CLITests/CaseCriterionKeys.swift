import ClinicalModel

/// The words of all criteria.
enum CaseCriterionKeys {
  static let all = CaseCriterion.Key.allCases.map(\.rawValue)
}
