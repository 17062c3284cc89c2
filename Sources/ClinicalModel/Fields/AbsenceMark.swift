/// What stands in a cell of a sheet where there is no value: why there is none.
public enum AbsenceMark: String, CaseIterable, Sendable {
  case notReported = "NR"
  case notApplicable = "NA"
  case notTested = "NT"

  /// The mark for a reason as annotations and `absent` tell it; any other reason is one for not reported.
  public init(for reason: String?) {
    self =
      switch reason {
      case "not_applicable", CaseFacts.topCoded: .notApplicable
      case "not_tested", "not_performed": .notTested
      case _: .notReported
      }
  }

  /// The reason in the words of the model.
  public var reason: String {
    switch self {
    case .notReported: "not_reported"
    case .notApplicable: "not_applicable"
    case .notTested: "not_tested"
    }
  }
}
