import ClinicalModel

/// Reads CSV (RFC 4180) record by record: a header, then rows. Strict: what a spreadsheet program would guess is refused.
///
/// Ours, because it has to be fast, to hold no file in memory, and to tell the line and the column of whatever is wrong
/// (docs/decisions/0018-spreadsheets.md).
package struct CSVReader {
  /// The bytes of one field at most.
  package static let longestField = 1 << 20
  /// The bytes of one record at most.
  package static let longestRecord = 1 << 22
  package static let mostColumns = 2000

  /// The fields of the first record.
  package private(set) var header: [String] = []
  package private(set) var separator: UInt8
  /// The line on which the next record begins, counted from 1.
  package private(set) var line = 1
  /// How many bytes were read.
  package private(set) var position = 0

  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var at = 0
  private var isAtEnd = false
  /// The bytes at which an unquoted field ends, a bit each; all are below 64.
  private var stops: UInt64 = 0

  /// Reads the header.
  ///
  /// - Throws: a `Problem` when the file is no CSV or its header cannot be read.
  package init(_ source: ByteSource) throws {
    self.source = source
    separator = 0
    try fill()
    if let other = Self.otherFormat(buffer) { throw Problem(other) }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    if let (named, length) = Self.namedSeparator(buffer[at...]) {
      separator = named
      at += length
      line = 2
    } else {
      separator = Self.likeliestSeparator(buffer[at...])
    }
    for byte in [separator, quote, 10, 13] { stops |= 1 << UInt64(byte) }
    var first = CSVRecord()
    while try next(into: &first) {
      if first.isBlank { continue }
      header = first.fields.map(\.trimmed)
      return
    }
    throw Problem(Fault("the file is empty", mend: "its first line names the columns"))
  }

  /// Reads the next record.
  ///
  /// - Returns: false at the end of the file.
  /// - Throws: a `Problem` when the file cannot be read on from here.
  package mutating func next(into record: inout CSVRecord) throws -> Bool {
    record.line = line
    while true {
      record.fields.removeAll(keepingCapacity: true)
      switch try buffer.withUnsafeBufferPointer({ try scan($0, into: &record.fields) }) {
      case .end: return false
      case .unfinished: try fill()
      case .record(let end, let lines):
        at = end
        line += lines
        return true
      }
    }
  }

  private enum Scanned {
    case record(end: Int, lines: Int)
    /// The buffer ends inside the record.
    case unfinished
    case end
  }

  private func scan(_ bytes: UnsafeBufferPointer<UInt8>, into fields: inout [String]) throws -> Scanned {
    let (count, separator) = (bytes.count, separator)
    var index = at
    var lines = 0
    if index == count { return isAtEnd ? .end : .unfinished }
    while true {
      if fields.count == Self.mostColumns { throw tooManyColumns }
      if index < count, bytes[index] == quote {
        let start = index + 1
        var holdsQuotes = false
        index = start
        while true {
          while index < count, bytes[index] != quote {
            if bytes[index] == 10 || bytes[index] == 13 && index + 1 < count && bytes[index + 1] != 10 { lines += 1 }
            index += 1
          }
          if index - start > Self.longestField || index == count && isAtEnd { throw unclosed(fields.count) }
          if index == count || index + 1 == count && !isAtEnd { return .unfinished }
          guard index + 1 < count, bytes[index + 1] == quote else { break }
          holdsQuotes = true
          index += 2
        }
        let slice = UnsafeBufferPointer(rebasing: bytes[start..<index])
        guard let text = holdsQuotes ? Self.withoutDoubleQuotes(slice) : String(utf8: slice) else {
          throw notText(fields.count)
        }
        fields.append(text)
        index += 1
        if index < count, bytes[index] != separator, bytes[index] != 10, bytes[index] != 13 {
          throw afterQuote(fields.count - 1, lines)
        }
      } else {
        let start = index
        var seen: UInt8 = 0
        while index < count {
          let byte = bytes[index]
          if byte < 64, stops >> UInt64(byte) & 1 == 1 { break }
          seen |= byte
          index += 1
        }
        if index - start > Self.longestField { throw tooLong(fields.count) }
        if index == count, !isAtEnd { return .unfinished }
        if index < count, bytes[index] == quote { throw quoteInside(fields.count, lines) }
        let slice = UnsafeBufferPointer(rebasing: bytes[start..<index])
        if seen < 128 {
          fields.append(String(decoding: slice, as: UTF8.self))
        } else {
          guard let text = String(utf8: slice) else { throw notText(fields.count) }
          fields.append(text)
        }
      }
      if index == count { return .record(end: index, lines: lines + 1) }
      if bytes[index] == separator {
        index += 1
        continue
      }
      if bytes[index] == 10 { return .record(end: index + 1, lines: lines + 1) }
      if index + 1 == count, !isAtEnd { return .unfinished }
      let isPair = index + 1 < count && bytes[index + 1] == 10
      return .record(end: index + (isPair ? 2 : 1), lines: lines + 1)
    }
  }

  /// A quoted text in which each quote stands twice.
  private static func withoutDoubleQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == quote && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return plain.withUnsafeBufferPointer { String(utf8: $0) }
  }

  /// Brings more of the file into the buffer; what was read is let go.
  private mutating func fill() throws {
    if buffer.count - at > Self.longestRecord { throw tooLong(nil) }
    buffer.removeSubrange(..<at)
    at = 0
    repeat {
      let more = try source.next()
      position += more.count
      isAtEnd = more.isEmpty
      buffer += more
    } while !isAtEnd && buffer.count < 1 << 16
  }
}

/// One record of a CSV file.
package struct CSVRecord {
  /// The line on which it begins, counted from 1.
  package var line = 0
  package var fields: [String] = []

  package init() {}

  /// Whether it says nothing: an empty line, or separators alone.
  package var isBlank: Bool { fields.allSatisfy { $0.isEmpty || $0.trimmed.isEmpty } }
}

private let quote = UInt8(ascii: "\"")

// What the first bytes tell.
extension CSVReader {
  /// Why the file is no CSV, by its first bytes; nil when it may be one.
  private static func otherFormat(_ bytes: [UInt8]) -> Fault? {
    let save: Message = "save the sheet as CSV UTF-8 (comma delimited)"
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return Fault("this is a spreadsheet program's own file and no CSV", mend: save)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Fault("this is UTF-16", mend: save)
    }
    if bytes.contains(0) { return Fault("the file holds bytes that are no text", mend: save) }
    return nil
  }

  /// The separator that a first line `sep=;` names, as Excel writes it, and the length of that line.
  private static func namedSeparator(_ bytes: ArraySlice<UInt8>) -> (separator: UInt8, length: Int)? {
    guard bytes.starts(with: "sep=".utf8), bytes.count > 5 else { return nil }
    let rest = bytes.dropFirst(5)
    guard let separator = bytes.dropFirst(4).first, separators.contains(separator) else { return nil }
    if rest.starts(with: [13, 10]) { return (separator, 7) }
    return rest.first == 10 || rest.first == 13 ? (separator, 6) : nil
  }

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// The one that stands most often outside quotes in the first line that says something.
  private static func likeliestSeparator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == 10 || $0 == 13 }) {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 10 || byte == 13 { break }
      if let index = separators.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return separators[counts.firstIndex(of: most) ?? 0]
  }
}

// What can be wrong.
extension CSVReader {
  private func problem(_ what: Message, mend: Message, _ field: Int?, lines: Int = 0) -> Problem {
    let column = field.map { header.indices.contains($0) ? header[$0] : "\($0 + 1)" } ?? ""
    return Problem(line: line + lines, column: column, Fault(what, mend: mend))
  }

  private func notText(_ field: Int) -> Problem {
    problem("the text is not UTF-8", mend: "save the sheet as CSV UTF-8", field)
  }

  private func unclosed(_ field: Int) -> Problem {
    problem(
      "the text that begins with a double quote here is not closed, or longer than 1 MiB",
      mend: "end it with a double quote; a quote inside it is written twice", field)
  }

  private func afterQuote(_ field: Int, _ lines: Int) -> Problem {
    problem(
      "there is text after a closing double quote", mend: "write a quote inside a quoted text twice", field,
      lines: lines)
  }

  private func quoteInside(_ field: Int, _ lines: Int) -> Problem {
    problem(
      "a double quote stands inside a text that does not begin with one",
      mend: "put the whole text in double quotes and write each quote inside it twice", field, lines: lines)
  }

  private func tooLong(_ field: Int?) -> Problem {
    problem(
      field == nil ? "the row is longer than 4 MiB" : "the text is longer than 1 MiB",
      mend: "is this a CSV file, with a line a row?", field)
  }

  private var tooManyColumns: Problem {
    problem("the row has more than \(Self.mostColumns) columns", mend: "is this a CSV file with a case a row?", nil)
  }
}
