/// What stands in a cell of a sheet where there is no value: why there is none.
public enum AbsenceMark: String, CaseIterable, Sendable {
  case notReported = "NR"
  case notApplicable = "NA"
  case notTested = "NT"

  /// The mark for a reason as annotations and `absent` tell it; any other reason is one for not reported.
  public init(for reason: String?) { self.init(forUTF8: (reason ?? "").utf8) }

  /// The same, of the UTF-8 of a reason.
  public init(forUTF8 reason: some Collection<UInt8>) {
    let told = Self.telling.first { $0.reason.count == reason.count && reason.elementsEqual($0.reason) }
    self = told?.mark ?? .notReported
  }

  private static let telling: [(reason: [UInt8], mark: AbsenceMark)] = [
    (Array("not_applicable".utf8), .notApplicable), (Array(CaseFacts.topCoded.utf8), .notApplicable),
    (Array("not_tested".utf8), .notTested), (Array("not_performed".utf8), .notTested),
  ]

  /// The reason in the words of the model.
  public var reason: String {
    switch self {
    case .notReported: "not_reported"
    case .notApplicable: "not_applicable"
    case .notTested: "not_tested"
    }
  }
}
