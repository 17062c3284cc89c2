/// The id of a case or of a source: safe in file names, in other registries and on the command line.
public struct Identifier: TextValue {
  public static let longest = 63
  public let text: String
  public static var kind: Kind { .text }

  public init(parsing text: String) throws(Fault) {
    let bytes = text.utf8
    guard (1...Self.longest).contains(bytes.count), bytes.first?.isLetterOrDigit == true,
      bytes.allSatisfy({
        $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      })
    else {
      throw Fault(
        "\(text.quoted) cannot be an id",
        mend: "use up to 63 letters, digits, dots, hyphens and underscores, for example kodama2024-1")
    }
    self.text = text
  }

  /// An id made of any text: what may not stand in one becomes a hyphen; nil when nothing is left.
  init?(squeezing text: String) {
    let kept = text.utf8.prefix(Self.longest).map { byte in
      byte.isLetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") ? byte : UInt8(ascii: "-")
    }
    guard kept.first?.isLetterOrDigit == true else { return nil }
    self.text = String(decoding: kept, as: UTF8.self)
  }
}

/// The id of a row within its case (`L1`). It can be the anchor of a date, so it has no dots and signs.
public struct RowID: TextValue {
  public let text: String
  public static var kind: Kind { .text }

  public init(parsing text: String) throws(Fault) {
    let bytes = text.utf8
    guard (1...31).contains(bytes.count), bytes.first?.isLetter == true,
      bytes.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }), text != "day"
    else {
      throw Fault("\(text.quoted) cannot be the id of a row", mend: "use a letter and a number, for example L1")
    }
    self.text = text
  }
}

extension UInt8 {
  @inlinable package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  package var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  package var isLetterOrDigit: Bool { isDigit || isLetter }
}
