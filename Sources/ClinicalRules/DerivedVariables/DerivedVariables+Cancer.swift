import ClinicalModel

extension DerivedVariables {
  static let cancer: [DerivedVariable] = [
    DerivedVariable("n_primaries", "Primaries", .integer, .safe, "Number of primary tumours reported.") {
      $0.subject.primaryTumours.isEmpty ? .absent(.noPrimaryTumour) : .count($0.subject.primaryTumours.count)
    },
    copied("site"),
    DerivedVariable(
      "site_group", "Site group", .choice(SiteGroup.all.map(\.name), closed: true), .safe,
      "Group of the site of the index primary."
    ) {
      group($0, $0.primary?.site?.group)
    },
    copied("histology"),
    DerivedVariable(
      "histology_group", "Histology group", .choice(HistologyGroup.all, closed: true), .safe,
      "Group of the histology of the index primary."
    ) {
      group($0, $0.primary?.histology?.group(at: $0.primary?.site))
    },
    copied("grade"),
    DerivedVariable("edition", of: Staging.table, as: "tnm_edition", absent: \.whyNoStaging) { $0.staging },
    DerivedVariable("t", of: Staging.table, absent: \.whyNoStaging) { $0.staging },
    DerivedVariable("n", of: Staging.table, absent: \.whyNoStaging) { $0.staging },
    DerivedVariable("m", of: Staging.table, absent: \.whyNoStaging) { $0.staging },
    DerivedVariable("stage_group", of: Staging.table, absent: \.whyNoStaging) { $0.staging },
    copied("diagnosed_date"),
  ]

  private static func copied(_ field: String) -> DerivedVariable {
    DerivedVariable(field, of: PrimaryTumour.table, absent: \.whyNoPrimary) { $0.primary }
  }

  private static func group(_ reading: DerivationInput, _ name: String?) -> Derived {
    name.map(Derived.text) ?? .absent(reading.primary == nil ? reading.whyNoPrimary : .notRecorded)
  }
}
