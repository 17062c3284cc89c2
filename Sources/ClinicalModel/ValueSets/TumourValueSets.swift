/// Which of several primaries reached the psoas.
public enum TumourRole: String, RequiredValueSet {
  case index, candidate, other
  case notReported = "not_reported"
}

/// Differentiation as reported.
public enum Grade: ExtensibleValueSet {
  public static let words = ["1", "2", "3", "4", "low", "high"]
}

/// What a diagnosis rests on.
public enum DiagnosisBasis: ExtensibleValueSet {
  public static let words = [
    "histology", "cytology", "imaging", "tumour_marker", "clinical", "autopsy", "death_certificate",
  ]
}

/// The staging system.
public enum StagingSystem: ExtensibleValueSet {
  public static let words = ["TNM", "FIGO", "Ann Arbor", "Lugano"]
}

/// Clinical, pathological, after therapy, at recurrence, at autopsy.
public enum StagingBasis: String, RequiredValueSet {
  case c, p, yc, yp, r, a, unspecified
  case notReported = "not_reported"
}
