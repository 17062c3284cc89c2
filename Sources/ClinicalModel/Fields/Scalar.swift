/// One cell: the only shapes a value takes in a table, a file or an option.
public enum Scalar: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The value as files and tables print it; nil when there is none.
  ///
  /// A real number is the shortest decimal that reads back as the same number, without a trailing `.0`.
  public var written: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): number.written
    case .text(let text): text
    }
  }

  public var isNull: Bool { self == .null }
}

extension Double {
  /// The shortest decimal that reads back as this number, without a trailing `.0` and without an exponent.
  public var written: String {
    let shortest = description
    if shortest.hasSuffix(".0") { return String(shortest.dropLast(2)) }
    guard let mark = shortest.firstIndex(of: "e"), let exponent = Int(shortest[mark...].dropFirst()) else {
      return shortest
    }
    let sign = self < 0 ? "-" : ""
    let digits = shortest[..<mark].filter { $0 != "." && $0 != "-" }
    let point = 1 + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    return sign + digits + String(repeating: "0", count: max(0, point - digits.count))
  }
}
