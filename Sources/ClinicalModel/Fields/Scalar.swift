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
  /// The shortest decimal that reads back as this number, without a trailing `.0`.
  public var written: String {
    let shortest = description
    return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
  }
}
