/// What a number counts or measures: its unit and the range in which it can be true.
public protocol Measure: Hashable, Sendable {
  /// UCUM; nil for a bare number.
  static var unit: String? { get }
  static var range: ClosedRange<Double> { get }
  static var example: String { get }
}

/// A measured number.
public struct Quantity<Of: Measure>: FieldValue {
  public let value: Double
  public static var kind: Kind { .real }
  public static var unit: String? { Of.unit }
  public static var range: ClosedRange<Double>? { Of.range }
  public static var example: String { Of.example }
  public var scalar: Scalar { .real(value) }

  public init(_ scalar: Scalar) throws(Fault) {
    guard let number = scalar.number else {
      throw Fault(
        "\((scalar.written ?? "").quoted) is not a number",
        mend: "write it with a decimal point and without its unit, for example \(Of.example)")
    }
    try Of.check(number)
    value = number
  }
}

/// A counted number, without a fraction.
public struct Count<Of: Measure>: FieldValue {
  public let value: Int
  public static var kind: Kind { .integer }
  public static var unit: String? { Of.unit }
  public static var range: ClosedRange<Double>? { Of.range }
  public static var example: String { Of.example }
  public var scalar: Scalar { .integer(Int64(value)) }

  public init(_ scalar: Scalar) throws(Fault) {
    guard let number = scalar.number, number == number.rounded() else {
      throw Fault(
        "\((scalar.written ?? "").quoted) is not a whole number", mend: "write digits only, for example \(Of.example)")
    }
    try Of.check(number)
    value = Int(number)
  }
}

extension Scalar {
  /// The finite number that it is or spells.
  fileprivate var number: Double? {
    switch self {
    case .null: nil
    case .integer(let whole): Double(whole)
    case .real(let real): real.isFinite ? real : nil
    case .text(let text): Decimal.parse(text)
    }
  }
}

extension Measure {
  fileprivate static func check(_ number: Double) throws(Fault) {
    guard range.contains(number) else {
      let unit = unit.map { " " + $0 } ?? ""
      throw Fault(
        "\(number.written)\(unit) cannot be true",
        mend: "expected \(range.lowerBound.written) to \(range.upperBound.written)\(unit), for example \(example)")
    }
  }
}

enum Decimal {
  /// A plain decimal number: sign, digits, at most one point. No exponent, no `nan`, no `0x`.
  ///
  /// More than 17 digits after the leading zeros are more than a number keeps, and refused.
  static func parse(_ text: some StringProtocol) -> Double? {
    var digits = 0
    var significant = 0
    var points = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if significant > 0 || byte != UInt8(ascii: "0") { significant += 1 }
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return nil }
      default: return nil
      }
    }
    guard digits > 0, digits < 350, significant < 18, points <= 1 else { return nil }
    return Double(text)
  }
}
