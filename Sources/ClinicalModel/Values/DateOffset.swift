/// A distance in time as a paper gives it ("10 months after"), with its own number and unit.
public struct DateOffset: Hashable, Sendable {
  public enum Unit: String, Sendable, CaseIterable {
    case day = "d"
    case week = "wk"
    case month = "mo"
    case year = "y"

    /// Mean length in days.
    public var days: Double {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 30.4375
      case .year: 365.25
      }
    }
  }

  /// The smallest and the largest amount; equal when one number was given. Negative is before.
  public let low: Double
  public let high: Double
  public let unit: Unit
  /// How fine the number was written: 1 for whole units, 0.1 for one decimal.
  private let grain: Double

  /// The window in days: exact for days, else half a unit of the last figure either side, rounded outwards.
  public var days: ClosedRange<Int> {
    let slack = unit == .day ? 0 : grain / 2
    return Int(((low - slack) * unit.days).rounded(.down))...Int(((high + slack) * unit.days).rounded(.up))
  }

  /// Reads `+10mo`, `-30` (days, where they may stand bare) or `+300..400d`; a second number has the sign of the first unless it brings its own.
  init(parsing text: Substring, daysMayBeBare: Bool, whole: String) throws(Fault) {
    let fault = Fault(
      "\(whole.quoted) is not a date",
      mend: "a distance is a sign, a number and d, wk, mo or y, for example E1+6mo, T1.start+300..400d or day+8")
    let bytes = text.utf8
    let letters = bytes.reversed().prefix { $0.isLetter }.count
    let suffix = Substring(bytes.suffix(letters))
    guard let unit = suffix.isEmpty && daysMayBeBare ? .day : Unit(rawValue: String(suffix)), let sign = bytes.first
    else { throw fault }
    let numbers = Substring(bytes.dropLast(letters))
    let dots = numbers.firstRange(of: "..")
    let ends = dots.map { [numbers[..<$0.lowerBound], numbers[$0.upperBound...]] } ?? [numbers]
    var amounts: [Double] = []
    for (index, end) in ends.enumerated() {
      let signed = end.utf8.first == UInt8(ascii: "+") || end.utf8.first == UInt8(ascii: "-")
      guard let amount = Decimal.parse(end) else { throw fault }
      amounts.append(index > 0 && !signed && sign == UInt8(ascii: "-") ? -amount : amount)
    }
    guard let low = amounts.min(), let high = amounts.max(), unit != .day || amounts.allSatisfy({ $0 == $0.rounded() })
    else { throw fault }
    guard max(abs(low), abs(high)) * unit.days < 80_000 else {
      throw Fault("\(whole.quoted) is further away than two hundred years", mend: "check the number and its unit")
    }
    self.low = low
    self.high = high
    self.unit = unit
    grain = ends.map(Self.grain).min() ?? 1
  }

  private static func grain(_ number: Substring) -> Double {
    let decimals = number.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst().count
    return (0..<decimals).reduce(1) { grain, _ in grain / 10 }
  }
}
