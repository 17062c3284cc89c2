import ClinicalModel

/// Writes RFC 4180 rows as bytes: comma, CRLF, quotes where needed.
///
/// A text that a spreadsheet would run as a formula, or that is spelled like a mark (`NR`), begins with an apostrophe; a
/// text that begins with an apostrophe gets one too, so that ``published(_:)`` always gives the value back.
public struct CSVWriter {
  public private(set) var bytes: [UInt8] = []

  private var atStart = true

  public init() {}

  /// A number, a code or a word of ours: never disarmed.
  public mutating func plain(_ text: String) {
    separate()
    append(text.utf8, disarm: false)
  }

  /// A text from outside.
  public mutating func text(_ text: String) {
    separate()
    append(text.utf8, disarm: Self.needsDisarming(text.utf8))
  }

  /// The same, where the text lies.
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    append(text, disarm: Self.needsDisarming(text))
  }

  public mutating func endRow() {
    bytes.append(contentsOf: [13, 10])
    atStart = true
  }

  /// Hands over what was written so far.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func separate() {
    if !atStart { bytes.append(UInt8(ascii: ",")) }
    atStart = false
  }

  private mutating func append(_ text: some Collection<UInt8>, disarm: Bool) {
    let quote = text.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
    if quote { bytes.append(UInt8(ascii: "\"")) }
    if disarm { bytes.append(UInt8(ascii: "'")) }
    if quote {
      for byte in text {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(contentsOf: text)
    }
  }

  /// A field without the apostrophe that ``text(_:)`` put before it.
  package static func published(_ field: String) -> String {
    guard field.utf8.first == UInt8(ascii: "'"), needsDisarming(field.utf8.dropFirst()) else { return field }
    return String(field.dropFirst())
  }

  /// Is one of the marks, or begins, after spaces, with = + - @ or a full-width form of them, with a tab or line break, or with an apostrophe.
  @inline(__always)
  static func needsDisarming(_ text: some Collection<UInt8>) -> Bool {
    if let first = text.first, first > 64, first < 128, first != UInt8(ascii: "N") { return false }
    if text.count == 2, AbsenceMark.allCases.contains(where: { text.elementsEqual($0.rawValue.utf8) }) { return true }
    let trimmed = text.drop { $0 == 32 }
    guard let first = trimmed.first else { return false }
    if "=+-@\t\r\n'".utf8.contains(first) { return true }
    let wide: [[UInt8]] = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
    return wide.contains { trimmed.starts(with: $0) }
  }
}
