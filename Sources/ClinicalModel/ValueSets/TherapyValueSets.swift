/// Kind of therapy.
public enum TherapyCategory: String, RequiredValueSet {
  case systemic, radiotherapy, surgery, opioid, analgesic, corticosteroid
  case nerveBlock = "nerve_block"
  case
    neuraxial, ablation, supportive, other
  case notReported = "not_reported"
}

/// What a therapy was given for.
public enum Indication: ExtensibleValueSet {
  public static let words = [
    "cancer", "mps_pain", "cancer_pain", "positioning_for_radiotherapy", "oedema", "suspected_abscess",
    "respiratory_distress",
    "adverse_event",
  ]
}

/// Aim of a therapy.
public enum Intent: String, RequiredValueSet {
  case curative, neoadjuvant, adjuvant, palliative
  case localControl = "local_control"
  case diagnostic, other
  case
    notReported = "not_reported"
}

/// Route, only where the source says it.
public enum Route: ExtensibleValueSet {
  public static let words = [
    "oral", "intravenous", "subcutaneous", "intramuscular", "transdermal", "sublingual", "rectal", "epidural",
    "intrathecal", "perineural", "topical",
  ]
}

/// Whether a therapy was given.
public enum TherapyStatus: String, RequiredValueSet {
  case given
  case plannedOnly = "planned_only"
  case offered
  case offeredNotGiven = "offered_not_given"
  case notGiven = "not_given"
  case valueUnavailable = "value_unavailable"
  case notReported = "not_reported"
}

/// Why a therapy ended.
public enum StopReason: ExtensibleValueSet {
  public static let words = [
    "completed", "progression", "toxicity", "clinical_deterioration", "patient_choice", "no_effect", "death",
  ]
}

/// What a dose is counted by.
public enum DosePer: ExtensibleValueSet {
  public static let words = ["dose", "day", "hour", "cycle", "week", "m2", "kg"]
}

/// What surgery left behind.
public enum Residual: ExtensibleValueSet {
  public static let words = ["R0", "R1", "R2", "RX", "incomplete"]
}

/// Where a source tells of a therapy.
public enum ReportedIn: ExtensibleValueSet {
  public static let words = ["text", "abstract", "table", "figure_legend"]
}

/// How sure a source makes a target.
public enum TargetCertainty: String, RequiredValueSet {
  case stated, probable, unclear
  case notReported = "not_reported"
}
