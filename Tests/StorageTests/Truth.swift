/// Whether something holds of a case: not, nobody says, perhaps, certainly.
enum Truth: Int, Comparable {
  case no, open, possible, certain

  static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }
  static func any(_ truths: [Truth]) -> Truth { truths.max() ?? .no }
  static func all(_ truths: [Truth]) -> Truth { truths.min() ?? .certain }

  /// A word that is asked for, of one that can be untold.
  static func word(_ told: String?, _ asked: String) -> Truth {
    if told == asked { return .certain }
    return [nil, "not_reported", "unknown", "indeterminate", "not_stated"].contains(told) ? .open : .no
  }

  static func range(_ asked: ClosedRange<Double>, _ low: Double?, _ high: Double?) -> Truth {
    guard let least = low ?? high, let most = high ?? low else { return .open }
    if let low, let high, asked.contains(low), asked.contains(high) { return .certain }
    if least <= asked.upperBound && most >= asked.lowerBound { return .possible }
    return (high ?? 1e9) >= asked.lowerBound && (low ?? -1e9) <= asked.upperBound ? .open : .no
  }
}
