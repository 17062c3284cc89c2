import ClinicalModel

extension CaseFacts {
  static let identity: [Fact] = [
    Fact("case_id", "Case", .text, .quasi, "The id of the case.", release: .pseudonym) { .text($0.subject.id) },
    Fact(
      "n_sources", "Sources", .integer, .safe,
      "Number of sources that report this patient; one that only cites is not counted."
    ) {
      .count($0.subject.sources.count { $0.role != .citesOnly })
    },
    Fact("kind", of: Source.table, as: "source_kind", absent: \.whyNoSource) { $0.mainSource },
    Fact("access", of: Source.table, absent: \.whyNoSource) { $0.mainSource },
    Fact("ascertainment", of: Case.table) { $0.subject },
    Fact("country", of: Case.table) { $0.subject },
    Fact("labelled_mps", of: Case.table) { $0.subject },
    Fact(
      "mps_certainty", "Certainty of MPS", MPSCertainty.kind, .safe,
      "Rule of this registry: definite needs involvement, a sign (fixed hip flexion or stretch test) and plexopathy; probable involvement and a sign, or plexopathy present or probable; possible involvement and pain of back, groin, hip or thigh; involvement_only neither; not_mps involvement absent, or the source says that it is not the syndrome; indeterminate involvement not reported."
    ) { .text(MPSCertainty(of: $0).rawValue) },
  ]

  static let person: [Fact] =
    [
      Fact("sex", of: Case.table) { $0.subject },
      Fact("age_min", of: Case.table) { $0.subject },
      Fact("age_max", of: Case.table) { $0.subject },
    ] + ageAtOnset + [
      Fact("smoking", of: Case.table) { $0.subject },
      Fact("pack_years", of: Case.table) { $0.subject },
    ]

  static let outcome: [Fact] =
    [
      Fact("vital_status", of: Case.table) { $0.subject },
      Fact("cause_of_death", of: Case.table, absent: \.whyNotApplicable) {
        $0.vitalStatus == .alive ? nil : $0.subject
      },
    ] + onsetToDeath + [
      Fact(
        "censored", "Censored", Told.kind, .safe,
        "yes when the patient was alive at the end, no when death is reported."
      ) {
        switch $0.vitalStatus {
        case .dead: Told.no.derived
        case .alive: Told.yes.derived
        case .unknown, .notReported, nil: .absent(.vitalStatusNotKnown)
        }
      }
    ]
}
