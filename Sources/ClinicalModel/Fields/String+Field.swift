/// Free text as published: kept to the letter, but for white space at its ends.
extension String: TextValue {
  public static var kind: Kind { .text }
  public var text: String { self }

  public init(parsing text: String) throws(Fault) {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else {
      throw Fault("the text is empty", mend: "leave the field out when there is nothing to say")
    }
    guard trimmed.utf8.count <= 65_536 else {
      throw Fault("the text is longer than 64 KiB", mend: "store a summary and name its source")
    }
    if let odd = trimmed.utf8.first(where: { $0 < 32 && $0 != 10 && $0 != 9 || $0 == 127 }) {
      throw Fault("the text holds a control character (code \(odd))", mend: "delete it and try again")
    }
    self = trimmed
  }

  /// Whether a word stands in it, to the byte; the library's own search costs ten times as much.
  package func holds(_ word: String) -> Bool {
    let (text, word) = (utf8, word.utf8)
    guard let first = word.first else { return true }
    var rest = text[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: word) { return true }
      rest = rest[text.index(after: start)...]
    }
    return false
  }

  /// Without white space at its ends.
  public var trimmed: String {
    if let first = utf8.first, let last = utf8.last, (33...126).contains(first), (33...126).contains(last) {
      return self
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex
      ? self : String(scalars[first...last])
  }
}

/// `true` or `false`.
extension Bool: FieldValue {
  public static var kind: Kind { .boolean }
  public var scalar: Scalar { .text(self ? "true" : "false") }

  public init(_ scalar: Scalar) throws(Fault) {
    switch scalar.written {
    case "true": self = true
    case "false": self = false
    case let other: throw Fault.unknownWord(other ?? "", among: Bool.kind.words)
    }
  }
}

extension [String] {
  /// `a, b or c`.
  package var listed: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + (last ?? "")
  }
}
