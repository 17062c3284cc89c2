package import ClinicalModel

/// Reads JSON text into nodes: strict, with line numbers, and no key twice.
///
/// Ours because Foundation's decoder has no line numbers and lets the last of two equal keys win.
package struct JSONReader {
  static let deepest = 64
  /// From so many keys on a set finds one that stands twice; fewer are looked through.
  private static let manyKeys = 40

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  /// - Parameter firstLine: the line of the file on which the text begins.
  package static func read(_ bytes: [UInt8], firstLine: Int = 1) throws(Problem) -> DocumentNode {
    var reader = JSONReader(bytes: bytes, line: firstLine)
    let node = try reader.value(depth: 0)
    try reader.checkEnd()
    return node
  }

  /// Hands over the items of a list one by one, so that no more than one is a tree; any other value as it is.
  package static func readItems(_ bytes: [UInt8], firstLine: Int = 1, each: (DocumentNode) throws -> Void) throws {
    var reader = JSONReader(bytes: bytes, line: firstLine)
    reader.skipSpace()
    guard reader.take(UInt8(ascii: "[")) else { return try each(try read(bytes, firstLine: firstLine)) }
    reader.skipSpace()
    if !reader.take(UInt8(ascii: "]")) {
      repeat {
        try each(try reader.value(depth: 1))
        reader.skipSpace()
      } while reader.take(UInt8(ascii: ","))
      guard reader.take(UInt8(ascii: "]")) else { throw reader.problem("a comma or ] was expected in a list") }
    }
    try reader.checkEnd()
  }

  private init(bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  private mutating func checkEnd() throws(Problem) {
    skipSpace()
    guard at == bytes.count else {
      throw problem(
        "there is text after the end of the JSON value", mend: "delete it, or put several cases into a list")
    }
  }

  private mutating func value(depth: Int) throws(Problem) -> DocumentNode {
    skipSpace()
    guard depth <= Self.deepest else { throw problem("the brackets are nested more than \(Self.deepest) deep") }
    let start = line
    switch peek {
    case UInt8(ascii: "{"): return DocumentNode(.map(try map(depth: depth)), line: start)
    case UInt8(ascii: "["): return DocumentNode(.list(try list(depth: depth)), line: start)
    case UInt8(ascii: "\""): return DocumentNode(.scalar(.text(try string())), line: start)
    case let byte? where byte == UInt8(ascii: "-") || byte.isDigit:
      return DocumentNode(.scalar(try number()), line: start)
    case nil: throw problem("the text ends where a value was expected", mend: "close every bracket")
    default: return DocumentNode(try word(), line: start)
    }
  }

  private mutating func map(depth: Int) throws(Problem) -> [DocumentNode.Entry] {
    at += 1
    var entries: [DocumentNode.Entry] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return [] }
    while true {
      skipSpace()
      let keyLine = line
      guard peek == UInt8(ascii: "\"") else {
        throw problem("a key in double quotes was expected", mend: "delete a comma before }, and quote every key")
      }
      let key = try string()
      if entries.count == Self.manyKeys { keys = Set(entries.map(\.key)) }
      let isNew =
        entries.count < Self.manyKeys ? !entries.contains { $0.key == key } : keys.insert(key).inserted
      guard isNew else {
        throw problem("the key \(key.quoted) stands twice", mend: "keep one of the two")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("a colon was expected after \(key.quoted)") }
      entries.append(DocumentNode.Entry(key, line: keyLine, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return entries }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or } was expected after the value of \(key.quoted)") }
    }
  }

  private mutating func list(depth: Int) throws(Problem) -> [DocumentNode] {
    at += 1
    var items: [DocumentNode] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return [] }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return items }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or ] was expected in a list") }
    }
  }

  private mutating func word() throws(Problem) -> DocumentNode.Content {
    let words: [(String, DocumentNode.Content)] = [
      ("null", .null), ("true", .truth("true")), ("false", .truth("false")),
    ]
    for (word, content) in words where bytes[at...].starts(with: word.utf8) {
      at += word.utf8.count
      return content
    }
    throw problem("a value was expected", mend: "texts stand in double quotes")
  }

  private mutating func number() throws(Problem) -> Scalar {
    let start = at
    while let byte = peek, byte.isDigit || "+-.eE".utf8.contains(byte) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    let digits = bytes[start..<at].drop { $0 == UInt8(ascii: "-") }
    let leadingZero = digits.count > 1 && digits.first == UInt8(ascii: "0") && digits.dropFirst().first?.isDigit == true
    if let whole = Int64(text), !leadingZero { return .integer(whole) }
    guard !leadingZero, let real = Double(text), real.isFinite, bytes[at - 1].isDigit else {
      throw problem("\(text.quoted) is not a number")
    }
    return .real(real)
  }

  private mutating func string() throws(Problem) -> String {
    at += 1
    var text: [UInt8] = []
    if let plain = plainString() { return plain }
    while let byte = peek {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw problem("the text is not UTF-8", mend: "save the file as UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<32:
        throw problem(
          "a text runs past the end of its line", mend: "close it with a double quote, write line breaks as \\n")
      default: text.append(byte)
      }
    }
    throw problem("a text is not closed", mend: "close it with a double quote")
  }

  /// A string without escapes is taken as it stands; nil when it has any, or is broken.
  private mutating func plainString() -> String? {
    var end = at
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") {
        let string = bytes.withUnsafeBufferPointer { String(utf8: UnsafeBufferPointer(rebasing: $0[at..<end])) }
        if string != nil { at = end + 1 }
        return string
      }
      if byte < 32 || byte == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92, UInt8(ascii: "/"): 47, UInt8(ascii: "b"): 8,
      UInt8(ascii: "f"): 12,
      UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]
    guard let byte = peek else { throw problem("a text is not closed") }
    at += 1
    if let simple = plain[byte] { return text.append(simple) }
    guard byte == UInt8(ascii: "u") else { throw problem("a backslash is followed by no known letter") }
    var code = try hex()
    if (0xD800...0xDBFF).contains(code) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw problem("half a surrogate pair") }
      let low = try hex()
      guard (0xDC00...0xDFFF).contains(low) else { throw problem("half a surrogate pair") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw problem("half a surrogate pair") }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func hex() throws(Problem) -> UInt32 {
    guard at + 4 <= bytes.count, bytes[at..<at + 4].allSatisfy({ $0.isHexDigit }),
      let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw problem("\\u is followed by four hexadecimal digits") }
    at += 4
    return code
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || (9...10).contains(byte) || byte == 13 {
      if byte == 10 { line += 1 }
      at += 1
    }
  }

  private func problem(_ what: Message, mend: Message = "") -> Problem { Problem(line: line, Fault(what, mend: mend)) }
}

extension UInt8 {
  var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}
