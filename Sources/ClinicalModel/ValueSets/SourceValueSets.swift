/// What kind of record tells of a patient.
public enum SourceKind: String, RequiredValueSet {
  case caseReport = "case_report"
  case caseSeries = "case_series"
  case review
  case conferenceAbstract = "conference_abstract"
  case chart
  case registryForm = "registry_form"
  case notReported = "not_reported"
}

/// How much of a source could be read.
public enum Access: String, RequiredValueSet {
  case fullText = "full_text"
  case partialText = "partial_text"
  case abstract, secondary
  case notRead = "not_read"
  case
    notReported = "not_reported"
}

/// ISO 639-1.
public enum Language: ExtensibleValueSet {
  public static let words = ["en", "ja", "es", "de", "fr", "it", "pt", "zh", "ko"]
}

/// What a source is for a patient.
public enum SourceRole: String, RequiredValueSet {
  case primary
  case samePatient = "same_patient"
  case secondary
  case citesOnly = "cites_only"
  case notReported = "not_reported"
}
