import ClinicalModel

/// How much of what a case report should tell (CARE checklist) is there, of the items that a registry can see.
extension DerivedVariables {
  static let quality: [DerivedVariable] = [
    DerivedVariable(
      "care_completeness", "Completeness", .real, .safe,
      "Share of seven CARE items that are told: patient (sex, age), clinical findings, timeline (onset and another date), diagnosis (site, histology, basis or a test), therapy, outcome (vital status and a date of death or last contact), consent."
    ) { reading in
      let items = reading.careItems
      return .amount(Double(items.count { $0 }) / Double(items.count))
    }
  ]
}

extension DerivationInput {
  fileprivate var careItems: [Bool] {
    let criteria = [
      episode?.plexopathy, episode?.fixedHipFlexion, episode?.stretchTest, episode?.imagingInvolvement,
      episode?.pathologyInvolvement,
    ]
    let dated = timeline.entries.count(where: \.isTold)
    let isFollowed = vitalStatus == .alive || vitalStatus == .dead
    let diagnosed = primary.map {
      $0.site != nil && $0.histology != nil && ($0.basis != nil || !subject.molecularTests.isEmpty)
    }
    return [
      subject.sex.map { $0 != .notReported && $0 != .unknown } == true && subject.ageMin != nil,
      !subject.findings.isEmpty || criteria.contains { $0 != nil && $0 != .notReported },
      episode?.onsetDate != nil && dated > 1,
      diagnosed == true,
      !subject.therapies.isEmpty,
      isFollowed && (subject.deathDate != nil || subject.lastContactDate != nil),
      subject.consentBy.map { $0.text != "not_reported" } == true,
    ]
  }
}
