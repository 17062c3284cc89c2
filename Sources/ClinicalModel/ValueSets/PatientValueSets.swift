/// Administrative sex, as HL7 FHIR lists it.
public enum Sex: String, RequiredValueSet {
  case female, male, other, unknown
  case notReported = "not_reported"
}

/// The moment that an age belongs to.
public enum AgeMoment: String, RequiredValueSet {
  case presentation, diagnosis
  case mpsOnset = "mps_onset"
  case report
  case notReported = "not_reported"
}

/// How the registry came to know a case.
public enum Ascertainment: String, RequiredValueSet {
  case literature
  case retrospectiveChart = "retrospective_chart"
  case prospective
  case notReported = "not_reported"
}

/// Smoking; pack-years alone do not say whether somebody still smokes.
public enum Smoking: String, RequiredValueSet {
  case never, former, current
  case everUnknownStatus = "ever_unknown_status"
  case unknown
  case notReported = "not_reported"
}

/// Alive or dead when the report ends.
public enum VitalStatus: String, RequiredValueSet {
  case alive, dead, unknown
  case notReported = "not_reported"
}

/// How the syndrome stood when the report ends.
public enum EndStatus: ExtensibleValueSet {
  public static let words = ["resolved", "improved", "unchanged", "worse"]
}

/// Who consented to publication.
public enum ConsentGiver: ExtensibleValueSet {
  public static let words = ["patient", "relative", "guardian", "waived"]
}

/// Where the registry's own work on a case stands.
public enum CaseStatus: String, RequiredValueSet {
  case draft, complete, verified, withdrawn
  case notReported = "not_reported"
}

/// Side of the body.
public enum Laterality: String, RequiredValueSet {
  case right, left, bilateral, midline
  case notApplicable = "not_applicable"
  case notReported = "not_reported"
}
