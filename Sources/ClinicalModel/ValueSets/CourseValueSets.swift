/// What a finding is.
public enum FindingKind: String, RequiredValueSet {
  case symptom, sign, complication, comorbidity, event
  case notReported = "not_reported"
}

/// How a finding was made.
public enum FindingMethod: ExtensibleValueSet {
  public static let words = [
    "history", "examination", "imaging", "ct", "mri", "ultrasound", "electromyography", "nerve_conduction",
  ]
}

/// How a number stands to what was measured.
public enum Comparator: String, RequiredValueSet {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case atLeast = ">="
  case more = ">"
  case about = "~"
  case notReported = "not_reported"
}

/// What a response is the response of.
public enum ResponseScope: String, RequiredValueSet {
  case overall, lesion, region, symptom
  case notReported = "not_reported"
}

/// The published criteria that a response was judged by.
public enum ResponseCriteria: String, RequiredValueSet {
  case recist11 = "recist_1_1"
  case irecist
  case percist10 = "percist_1_0"
  case eortcPET = "eortc_pet"
  case clinical, unspecified
  case notReported = "not_reported"
}

/// A response, in the words of RECIST, iRECIST, PERCIST or the bedside.
public enum ResponseCategory: String, RequiredValueSet {
  case completeResponse = "CR"
  case partialResponse = "PR"
  case stableDisease = "SD"
  case progressiveDisease = "PD"
  case notEvaluable = "NE"
  case immuneCompleteResponse = "iCR"
  case immunePartialResponse = "iPR"
  case immuneStableDisease = "iSD"
  case immuneUnconfirmedProgression = "iUPD"
  case immuneConfirmedProgression = "iCPD"
  case completeMetabolicResponse = "CMR"
  case partialMetabolicResponse = "PMR"
  case stableMetabolicDisease = "SMD"
  case progressiveMetabolicDisease = "PMD"
  case mixed, resolved, improved, unchanged, worse, insufficient, failed
  case notReported = "not_reported"
}

/// What was done about an adverse event.
public enum AdverseEventAction: ExtensibleValueSet {
  public static let words = ["none", "dose_reduced", "interrupted", "stopped", "treated"]
}
