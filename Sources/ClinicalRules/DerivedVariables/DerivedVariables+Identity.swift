import ClinicalModel

extension DerivedVariables {
  static let identity: [DerivedVariable] = [
    DerivedVariable("case_id", "Case", .text, .quasi, "The id of the case.", release: .pseudonym) {
      .text($0.subject.id)
    },
    DerivedVariable(
      "n_sources", "Sources", .integer, .safe,
      "Number of sources that report this patient; one that only cites is not counted."
    ) {
      .count($0.subject.sources.count { $0.role != .citesOnly })
    },
    DerivedVariable("kind", of: Source.table, as: "source_kind", absent: \.whyNoSource) { $0.mainSource },
    DerivedVariable("access", of: Source.table, absent: \.whyNoSource) { $0.mainSource },
    DerivedVariable("ascertainment", of: Case.table) { $0.subject },
    DerivedVariable("country", of: Case.table) { $0.subject },
    DerivedVariable("labelled_mps", of: Case.table) { $0.subject },
    DerivedVariable(
      "mps_certainty", "Certainty of MPS", MPSCertainty.kind, .safe,
      "Rule of this registry: definite needs involvement, a sign (fixed hip flexion or stretch test) and plexopathy; probable involvement and a sign, or plexopathy present or probable; possible involvement and pain of back, groin, hip or thigh; involvement_only neither; not_mps involvement absent, or the source says that it is not the syndrome; indeterminate involvement not reported."
    ) { .text(MPSCertainty(of: $0).rawValue) },
  ]

  static let person: [DerivedVariable] =
    [
      DerivedVariable("sex", of: Case.table) { $0.subject },
      DerivedVariable("age_min", of: Case.table) { $0.subject },
      DerivedVariable("age_max", of: Case.table) { $0.subject },
    ] + ageAtOnset + [
      DerivedVariable("smoking", of: Case.table) { $0.subject },
      DerivedVariable("pack_years", of: Case.table) { $0.subject },
    ]

  static let outcome: [DerivedVariable] =
    [
      DerivedVariable("vital_status", of: Case.table) { $0.subject },
      DerivedVariable("cause_of_death", of: Case.table, absent: \.whyNotApplicable) {
        $0.vitalStatus == .alive ? nil : $0.subject
      },
    ] + onsetToDeath + [
      DerivedVariable(
        "censored", "Censored", YesNoUnknown.kind, .safe,
        "yes when the patient was alive at the end, no when death is reported."
      ) {
        switch $0.vitalStatus {
        case .dead: YesNoUnknown.no.derived
        case .alive: YesNoUnknown.yes.derived
        case .unknown, .notReported, nil: .absent(.vitalStatusNotKnown)
        }
      }
    ]
}
