public import ClinicalModel

/// How certain it is that an episode is the syndrome, by a rule of this registry (no published graded scheme exists).
public enum MPSCertainty: String, RequiredValueSet {
  case definite, probable, possible
  case involvementOnly = "involvement_only"
  case notMPS = "not_mps"
  case indeterminate

  /// Back, low back, groin, hip and thigh.
  static let proximalPain: Set<String> = [
    "HP:0003418", "HP:0003419", "HP:0031520", "HP:0030838", "mps:thigh_pain",
  ]

  init(of reading: DerivationInput) {
    let episode = reading.episode
    let involvement = [episode?.imagingInvolvement, episode?.pathologyInvolvement]
    guard !reading.isToldNotToBeMPS else {
      self = .notMPS
      return
    }
    guard involvement.contains(.present) else {
      self = involvement.contains(.absent) && !involvement.contains(.probable) ? .notMPS : .indeterminate
      return
    }
    let sign = episode?.fixedHipFlexion == .present || episode?.stretchTest == .present
    switch (sign, episode?.plexopathy) {
    case (true, .present): self = .definite
    case (true, _), (false, .present), (false, .probable): self = .probable
    case (false, _): self = reading.found(Self.proximalPain) == .yes ? .possible : .involvementOnly
    }
  }
}

extension DerivationInput {
  /// Whether the source itself says that it is not the syndrome: it calls the lesion a mimic, or says so in its label.
  fileprivate var isToldNotToBeMPS: Bool {
    let involvement = [episode?.imagingInvolvement, episode?.pathologyInvolvement]
    let mimicked = psoasLesions.isEmpty && subject.lesions.contains { $0.isPsoas && $0.kind == .mimic }
    if mimicked && !involvement.contains(.present) { return true }
    guard let label = subject.labelledMPS?.lowercased() else { return false }
    return label.holds("mimic") || label.hasPrefix("not mps") || label.hasPrefix("not malignant psoas")
  }
}
