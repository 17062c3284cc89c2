import ClinicalModel

extension DerivedVariables {
  static let treatment: [DerivedVariable] =
    lineAtOnset + [
      DerivedVariable("n_lines", "Lines", .integer, .safe, "Highest line of systemic therapy that was given.") {
        reading in
        let systemic = reading.given.filter { $0.category == .systemic }
        if systemic.isEmpty { return .absent(.noSystemicTherapyReported) }
        return systemic.compactMap { $0.line?.value }.max().map(Derived.count) ?? .absent(.lineNotReported)
      },
      DerivedVariable(
        "systemic_agents", "Systemic agents", .text, .sensitive,
        "Agents of systemic therapy that was given, in order, each once.", known: .drugs
      ) {
        agents($0.given.filter { $0.category == .systemic }.asTold, none: .noSystemicTherapyReported)
      },
    ]

  static let pain: [DerivedVariable] = [
    DerivedVariable(
      "psoas_surgery", "Psoas surgery", YesNoUnknown.kind, .safe,
      "Surgery that aimed at a psoas lesion, or named no target and was for the syndrome's pain."
    ) {
      $0.told(.surgery) { reading, therapy in reading.aimsAtPsoas(therapy) }
    },
    DerivedVariable("neuraxial", "Neuraxial", YesNoUnknown.kind, .safe, "Epidural or intrathecal analgesia.") {
      $0.told(.neuraxial) { _, _ in true }
    },
    DerivedVariable("nerve_block", "Nerve block", YesNoUnknown.kind, .safe, "A nerve block.") {
      $0.told(.nerveBlock) { _, _ in true }
    },
    DerivedVariable(
      "opioids", "Opioids", .text, .sensitive,
      "Opioids that were given, each once; unnamed when the source names none.",
      known: .drugs
    ) {
      agents($0.given.filter { $0.category == .opioid }, none: .noOpioidReported)
    },
    DerivedVariable("methadone", "Methadone", YesNoUnknown.kind, .sensitive, "Methadone.") {
      $0.told(agent: "methadone")
    },
    DerivedVariable("ketamine", "Ketamine", YesNoUnknown.kind, .sensitive, "Ketamine.") { $0.told(agent: "ketamine") },
    DerivedVariable(
      "steroid_for_mps", "Steroid for MPS", YesNoUnknown.kind, .sensitive,
      "A corticosteroid for the syndrome's pain or oedema; one for the lung or an adverse event does not count."
    ) {
      $0.told(.corticosteroid) { _, therapy in ["mps_pain", "oedema"].contains(therapy.indication?.text) }
    },
  ]

  private static func agents(_ therapies: [Therapy], none: AbsenceReason) -> Derived {
    if therapies.isEmpty { return .absent(none) }
    var agents: [String] = []
    for therapy in therapies {
      let agent = therapy.agent?.text ?? therapy.regimen ?? "unnamed"
      if !agents.contains(agent) { agents.append(agent) }
    }
    return .text(agents.joined(separator: "; "))
  }
}

extension DerivationInput {
  /// Whether a therapy aims at a psoas lesion; one that names no target does when it is for the syndrome's pain.
  func aimsAtPsoas(_ therapy: Therapy) -> Bool {
    therapy.targets.isEmpty
      ? therapy.indication?.text == "mps_pain"
      : therapy.targets.contains { target in psoasLesions.contains { $0.id == target.id } }
  }

  /// Yes when such a therapy was given; no only when the source says that it was not.
  fileprivate func told(_ category: TherapyCategory, _ fits: (DerivationInput, Therapy) -> Bool) -> Derived {
    told { $0.category == category && fits(self, $0) }
  }

  fileprivate func told(agent: String) -> Derived {
    told { $0.agent?.text == agent }
  }

  func told(_ fits: (Therapy) -> Bool) -> Derived {
    let fitting = subject.therapies.filter(fits)
    if fitting.contains(where: { $0.status == .given }) { return YesNoUnknown.yes.derived }
    let refused = fitting.contains { $0.status == .notGiven || $0.status == .offeredNotGiven }
    return (refused ? YesNoUnknown.no : YesNoUnknown.notReported).derived
  }
}

extension [Therapy] {
  /// In the order that the source tells, where it numbers all of them; else as they stand.
  fileprivate var asTold: [Therapy] {
    guard allSatisfy({ $0.sequence != nil }) else { return self }
    return enumerated().sorted { a, b in
      (a.element.sequence?.value ?? 0, a.offset) < (b.element.sequence?.value ?? 0, b.offset)
    }.map(\.element)
  }
}
