/// What a remark is.
public enum AnnotationKind: String, RequiredValueSet {
  case source, absent, discrepancy, override, comment
  case notReported = "not_reported"
}

/// Where a value comes from.
public enum Derivation: String, RequiredValueSet {
  case stated, inferred, calculated, curator
  case notReported = "not_reported"
}

/// How sure the curator is.
public enum Confidence: String, RequiredValueSet {
  case certain, probable, low
  case notReported = "not_reported"
}
