package import ClinicalModel

/// Writes RFC 4180 rows as bytes: comma, CRLF, quotes where needed.
///
/// A text that a spreadsheet would run as a formula, or that is spelled like a mark (`NR`), begins with an apostrophe; a
/// text that begins with an apostrophe gets one too, so that ``published(_:)`` always gives the value back.
///
/// It owns its bytes and is never copied, so that millions of cells are written where they stay.
public struct CSVWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  /// The bytes that wait to be handed over.
  public private(set) var count = 0
  private var atStart = true

  public init() { start = .allocate(capacity: capacity) }

  deinit { start.deallocate() }

  /// A number, a code or a word of ours: never disarmed.
  public mutating func plain(_ text: String) {
    var text = text
    text.withUTF8 { append($0, disarm: false) }
  }

  /// A text from outside.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// A text from outside, taken from where it lies.
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    append(text, disarm: Self.needsDisarming(text))
  }

  package mutating func integer(_ number: Int64) {
    if number < 0 || number > 9999 { return plain(String(number)) }
    reserve(5)
    separate()
    var divisor = number > 999 ? 1000 : number > 99 ? 100 : number > 9 ? 10 : 1
    var rest = Int(number)
    while divisor > 0 {
      put(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  package mutating func real(_ number: Double) {
    if let whole = Int64(exactly: number) { integer(whole) } else { plain(number.written) }
  }

  /// Why there is no value.
  package mutating func mark(_ mark: AbsenceMark) {
    reserve(2)
    separate()
    put(UInt8(ascii: "N"))
    put(mark.letter)
  }

  public mutating func endRow() {
    reserve(2)
    put(13)
    put(10)
    atStart = true
  }

  /// Hands over what was written so far.
  public mutating func drain() -> [UInt8] {
    defer { count = 0 }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Makes room for so many bytes and the comma before them.
  private mutating func reserve(_ more: Int) {
    if count + more + 1 <= capacity { return }
    capacity = max(2 * capacity, count + more + 1)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    wider.update(from: start, count: count)
    start.deallocate()
    start = wider
  }

  private mutating func put(_ byte: UInt8) {
    start[count] = byte
    count += 1
  }

  private mutating func separate() {
    if !atStart { put(UInt8(ascii: ",")) }
    atStart = false
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, disarm: Bool) {
    reserve(2 * text.count + 3)
    separate()
    let quote = Self.needsQuotes(text)
    if quote { put(UInt8(ascii: "\"")) }
    if disarm { put(UInt8(ascii: "'")) }
    if quote {
      for byte in text {
        if byte == UInt8(ascii: "\"") { put(byte) }
        put(byte)
      }
      put(UInt8(ascii: "\""))
    } else if let source = text.baseAddress {
      (start + count).update(from: source, count: text.count)
      count += text.count
    }
  }

  /// Holds a comma, a quote or a line break; eight bytes are looked at together.
  private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= bytes.count {
      let block = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if holds(44, block) | holds(34, block) | holds(10, block) | holds(13, block) != 0 { return true }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 44 || byte == 34 || byte == 10 || byte == 13 { return true }
      index += 1
    }
    return false
  }

  /// Not zero where one of eight bytes is this one: only a byte of zero borrows from its own highest bit.
  private static func holds(_ byte: UInt64, _ block: UInt64) -> UInt64 {
    let difference = block ^ (byte &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// A field without the apostrophe that ``text(_:)`` put before it.
  package static func published(_ field: String) -> String {
    guard field.utf8.first == UInt8(ascii: "'"), needsDisarming(field.utf8.dropFirst()) else { return field }
    return String(field.dropFirst())
  }

  /// Is one of the marks, or begins, after spaces and what is not seen, with = + - @ or a full-width or small form of
  /// them, with a tab or line break, or with an apostrophe.
  static func needsDisarming(_ text: some Collection<UInt8>) -> Bool {
    guard let start = text.first else { return false }
    if start > UInt8(ascii: "@"), start < 128, start != UInt8(ascii: "N") { return false }
    if text.count == 2, AbsenceMark.allCases.contains(where: { text.elementsEqual($0.rawValue.utf8) }) { return true }
    if (33..<128).contains(start) { return "=+-@'".utf8.contains(start) }
    var scalars = String(decoding: text.prefix(256), as: UTF8.self).unicodeScalars[...]
    if scalars.first == "\u{9}" || scalars.first == "\n" || scalars.first == "\r" { return true }
    scalars = scalars.drop { ($0.properties.isWhitespace && $0.value > 13) || $0.isUnseen }
    return scalars.first.map { "=+-@'\t\r\n＝＋－＠﹦﹢﹣﹫".unicodeScalars.contains($0) } ?? false
  }
}
