import ClinicalModel

extension DerivedVariables {
  static let complications: [DerivedVariable] = [
    found("leg_oedema", "Leg oedema", ["HP:0012398", "HP:0010741"]),
    found("dvt", "Deep vein thrombosis", ["HP:0002625"]),
    found("hydronephrosis", "Hydronephrosis", ["HP:0000126"]),
    DerivedVariable("ae_max_grade", "Worst adverse event", .integer, .safe, "Highest grade of any adverse event.") {
      reading in
      let events = reading.subject.adverseEvents
      if events.isEmpty { return .absent(.noAdverseEventReported) }
      return events.compactMap { $0.grade?.value }.max().map(Derived.count) ?? .absent(.gradeNotReported)
    },
  ]

  private static func found(_ name: String, _ label: String, _ codes: Set<String>) -> DerivedVariable {
    DerivedVariable(
      name, label, YesNoUnknown.kind, .safe,
      "\(label): yes when a finding says so, no only when one says that it was not there."
    ) { $0.found(codes).derived }
  }
}

extension DerivationInput {
  func found(_ codes: Set<String>) -> YesNoUnknown {
    let fitting = subject.findings.filter { $0.concept.map(codes.contains) == true }
    if fitting.contains(where: \.isPresent) { return .yes }
    return fitting.contains { $0.presence == .absent } ? .no : .notReported
  }
}

extension Finding {
  /// Its code; of a finding told only in words the code that they name.
  var concept: String? { code?.text ?? label.flatMap { Vocabulary.findings.entry($0)?.code } }

  /// A finding that is told was there, unless the source says otherwise.
  var isPresent: Bool { presence == .present || presence == nil }
}
