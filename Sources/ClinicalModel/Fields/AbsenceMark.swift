/// What stands in a cell of a sheet where there is no value: why there is none.
public enum AbsenceMark: String, CaseIterable, Sendable {
  case notReported = "NR"
  case notApplicable = "NA"
  case notTested = "NT"

  /// The mark for a reason as annotations and `absent` tell it; any other reason is one for not reported.
  public init(for reason: String?) {
    var reason = reason ?? ""
    self = reason.withUTF8 { AbsenceMark(forUTF8: $0) }
  }

  /// - Parameter reason: its UTF-8.
  package init(forUTF8 reason: UnsafeBufferPointer<UInt8>) {
    self = .notReported
    for (told, mark) in Self.telling where told.utf8CodeUnitCount == reason.count {
      if reason.elementsEqual(UnsafeBufferPointer(start: told.utf8Start, count: reason.count)) { self = mark }
    }
  }

  private static let telling: [(reason: StaticString, mark: AbsenceMark)] = [
    ("not_applicable", .notApplicable), ("top_coded", .notApplicable), ("not_tested", .notTested),
    ("not_performed", .notTested),
  ]

  /// The last of its two letters; the first is always N.
  package var letter: UInt8 {
    switch self {
    case .notReported: UInt8(ascii: "R")
    case .notApplicable: UInt8(ascii: "A")
    case .notTested: UInt8(ascii: "T")
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
