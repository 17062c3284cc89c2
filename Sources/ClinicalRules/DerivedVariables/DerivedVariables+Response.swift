import ClinicalModel

/// How tumour and pain answered, as published.
///
/// Of several assessments the one that a curator prefers counts, else what all agree on; those within a course count
/// only where there is no other.
extension DerivedVariables {
  static let response: [DerivedVariable] = [
    DerivedVariable(
      "psoas_response", "Psoas response", ResponseCategory.kind, .safe,
      "Response of a psoas lesion: the preferred one, else what all agree on."
    ) { reading in
      reading.agreed(reading.subject.responses.filter(reading.isOfPsoas))
    },
    DerivedVariable(
      "pain_response", "Pain response", ResponseCategory.kind, .safe,
      "Response of the pain: the preferred one, else what all agree on."
    ) { reading in
      reading.agreed(reading.subject.responses.filter(\.isOfPain))
    },
    DerivedVariable(
      "overall_response", "Overall response", ResponseCategory.kind, .safe,
      "Response of the disease as a whole: the preferred one, else what all agree on."
    ) { reading in
      reading.agreed(reading.subject.responses.filter { $0.scope == .overall })
    },
    DerivedVariable(
      "dissociated_response", "Dissociated response", YesNoUnknown.kind, .safe,
      "yes when under one therapy a psoas lesion grew while other disease shrank, or the reverse, or the overall response was mixed; no when they went the same way."
    ) { $0.dissociation.derived },
  ]
}

extension ResponseCategory {
  enum Direction { case better, steady, worse }

  /// Which way it went; nil for what says nothing of it.
  var direction: Direction? {
    switch self {
    case .completeResponse, .partialResponse, .immuneCompleteResponse, .immunePartialResponse,
      .completeMetabolicResponse, .partialMetabolicResponse, .resolved, .improved:
      .better
    case .stableDisease, .immuneStableDisease, .stableMetabolicDisease, .unchanged: .steady
    case .progressiveDisease, .immuneUnconfirmedProgression, .immuneConfirmedProgression, .progressiveMetabolicDisease,
      .worse:
      .worse
    case .notEvaluable, .mixed, .insufficient, .failed, .notReported: nil
    }
  }
}

extension Response {
  /// A symptom's response is the pain's unless its region names another symptom.
  fileprivate var isOfPain: Bool {
    guard scope == .symptom else { return false }
    guard let region = region?.lowercased() else { return true }
    return region.holds("pain") || !Self.otherSymptoms.contains { region.holds($0) }
  }

  private static let otherSymptoms = [
    "gait", "walk", "ambulat", "mobility", "oedema", "edema", "weakness", "extension", "flexion", "dyspn", "respirat",
    "cough", "appetite", "fever", "sensory", "numb",
  ]

  fileprivate var isWithinCourse: Bool { atGy != nil || atFraction != nil }
}

extension DerivationInput {
  fileprivate func isOfPsoas(_ response: Response) -> Bool {
    response.scope != .symptom && psoasLesions.contains { $0.id == response.lesionID?.text }
  }

  fileprivate func agreed(_ responses: [Response]) -> Derived {
    if responses.isEmpty { return .absent(.notReported) }
    let after = responses.filter { !$0.isWithinCourse }
    let counted = after.isEmpty ? responses : after
    let preferred = counted.filter { $0.preferred == true }
    let categories = (preferred.isEmpty ? counted : preferred).compactMap(\.category).filter { $0 != .notReported }
    guard let first = categories.first else {
      let why = counted.lazy.compactMap { whyAbsent("responses/\($0.id)/category") }.first
      return why.map(Derived.annotated) ?? .absent(.categoryNotReported)
    }
    return categories.allSatisfy { $0 == first } ? .text(first.rawValue) : .absent(.severalDiffer)
  }

  fileprivate var dissociation: YesNoUnknown {
    let judged = subject.responses.filter { $0.scope != .symptom }
    if judged.contains(where: { $0.category == .mixed }) { return .yes }
    var alike = false
    for psoas in judged where isOfPsoas(psoas) {
      for other in judged where !isOfPsoas(other) {
        guard !Set(psoas.therapies.map(\.id)).isDisjoint(with: other.therapies.map(\.id)),
          let a = psoas.category?.direction, let b = other.category?.direction
        else { continue }
        if a == .better && b == .worse || a == .worse && b == .better { return .yes }
        if a == b && other.scope != .overall { alike = true }
      }
    }
    return alike ? .no : .notReported
  }
}
