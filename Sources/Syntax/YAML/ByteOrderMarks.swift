/// Keeps U+FEFF through Yams, whose strings lose one at their beginning: other characters of private use stand in for it,
/// as long as the text is parsed.
struct ByteOrderMarks {
  /// What is parsed.
  let text: String
  /// The first of sixteen characters that the text does not hold, a spelling of the escape `\uFEFF` each: where the escape
  /// is none, as in a plain scalar, it must come back as it was written. Nil where there is nothing to keep.
  private let first: UInt32?

  init(in text: String) {
    guard text.unicodeScalars.contains("\u{FEFF}") || text.lowercased().contains("feff") else {
      (self.text, first) = (text, nil)
      return
    }
    let capital = text.uppercased()
    let free = stride(from: UInt32(0xE000), to: 0xF8F0, by: 16).first { first in
      let codes = first..<first + 16
      return !text.unicodeScalars.contains { codes.contains($0.value) }
        && !codes.contains { capital.contains(String($0, radix: 16, uppercase: true)) }
    }
    first = free
    guard let free else {
      self.text = text
      return
    }
    var replaced = text
    replaced = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{FEFF}" ? Self.scalar(free) : $0 }))
    for mask in UInt32(0)..<16 {
      replaced = replaced.replacing(Self.spelling(mask), with: String(free + mask, radix: 16, uppercase: true))
    }
    self.text = replaced
  }

  /// A string of the parser, as it was meant.
  func restored(_ string: String) -> String {
    guard let first else { return string }
    let scalars = string.unicodeScalars.map { (first..<first + 16).contains($0.value) ? "\u{FEFF}" : $0 }
    var restored = String(String.UnicodeScalarView(scalars))
    for mask in UInt32(0)..<16 {
      restored = restored.replacing(String(first + mask, radix: 16, uppercase: true), with: Self.spelling(mask))
    }
    return restored
  }

  /// `feff` with some of its letters in capitals.
  private static func spelling(_ mask: UInt32) -> String {
    String(
      "feff".enumerated().map { mask >> UInt32($0.offset) & 1 == 1 ? Character($0.element.uppercased()) : $0.element })
  }

  private static func scalar(_ code: UInt32) -> Unicode.Scalar { Unicode.Scalar(code) ?? "\u{FFFD}" }
}
