import ClinicalModel
import Syntax
import TestSupport
import Testing

@testable import Interchange

/// Reads a whole CSV in pieces of so many bytes.
private func records(_ bytes: [UInt8], piece: Int = .max) throws -> [[String]] {
  var rest = bytes[...]
  let source = ByteSource {
    defer { rest = rest.dropFirst(piece) }
    return Array(rest.prefix(piece))
  }
  var reader = try CSVReader(source)
  var records = [reader.header]
  var record = CSVRecord()
  while try reader.next(into: &record) { records.append(record.fields) }
  return records
}

private func records(_ text: String) throws -> [[String]] { try records(Array(text.utf8)) }

private func problem(_ bytes: [UInt8]) -> Problem? {
  do {
    _ = try records(bytes)
    return nil
  } catch {
    return error as? Problem
  }
}

@Test(arguments: [
  ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
  ("a,b\r1,2", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
  ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]), ("a\tb\n1;2\t3\n", [["a", "b"], ["1;2", "3"]]),
  ("sep=;\r\na;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]]), ("\n\r\na,b\n,\n", [["a", "b"], ["", ""]]),
  ("a,b\n\"x\r\ny\",\"say \"\"no\"\"\"\n", [["a", "b"], ["x\r\ny", "say \"no\""]]),
  ("a\n\"\"\n\"\"\"\"\n", [["a"], [""], ["\""]]), ("a,b\n1\n1,2,3", [["a", "b"], ["1"], ["1", "2", "3"]]),
  ("\"a;b\",c\nNR,NA\n", [["a;b", "c"], ["NR", "NA"]]),
])
func `a sheet is read as RFC 4180 has it, whatever ends its lines and parts its fields`(
  text: String, expected: [[String]]
) throws {
  #expect(try records(text) == expected)
}

@Test func `a sheet reads the same however its bytes come`() throws {
  var random = SeededNumbers(state: 19)
  let parts = ["a", "é", "\"\"", ",", "\n", "\r\n", "\r", ";", "\t", " ", "𝄞", "\"x,\n\"", "1"]
  for _ in 0..<3000 {
    let text = "a,b\n" + (0..<random.below(12)).map { _ in random.pick(parts) }.joined()
    let whole = Result { try records(text) }
    let pieces = Result { try records(Array(text.utf8), piece: 1 + random.below(4)) }
    switch (whole, pieces) {
    case (.success(let first), .success(let second)): #expect(first == second, "\(text.debugDescription)")
    case (.failure(let first as Problem), .failure(let second as Problem)):
      #expect(first.fault == second.fault, "\(text.debugDescription)")
    default: Issue.record("\(text.debugDescription): \(whole) but \(pieces)")
    }
  }
}

@Test func `what is written as CSV reads back as it was`() throws {
  var random = SeededNumbers(state: 4180)
  let letters = ["a", ",", "\"", "\n", "\r", "'", "=", "＝", ";", "\t", "ü", " ", "NR"]
  for _ in 0..<2000 {
    let row = (0..<3).map { _ in (0..<random.below(6)).map { _ in random.pick(letters) }.joined() }
    var writer = CSVWriter()
    for name in ["a", "b", "c"] { writer.plain(name) }
    writer.endRow()
    for text in row { writer.text(text) }
    writer.endRow()
    #expect(try records(writer.drain())[1].map(CSVWriter.published) == row)
  }
}

@Test(arguments: [
  ("a,b\n1,\"2\n3,4\n", 2, "b", "is not closed"), ("a,b\n\n\"x\"y,2\n", 3, "a", "after a closing double quote"),
  ("a,b\n1,5\" nail\n", 2, "b", "inside a text"), ("", nil, "", "empty"), ("a\u{0}", nil, "", "no text"),
])
func `a broken sheet is refused with line and column`(text: String, line: Int?, column: String, what: String) throws {
  let found = try #require(problem(Array(text.utf8)))
  #expect(found.line == line)
  #expect(found.column == column)
  #expect(found.fault.what.description.contains(what))
}

@Test func `a comma, a quote or a line break is quoted wherever it stands, and nothing else is`() {
  for length in 1...25 {
    for place in 0..<length {
      for byte in UInt8.min...127 where byte != UInt8(ascii: "'") {
        var text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        text[place] = byte
        if place == 0 { text.insert(UInt8(ascii: "x"), at: 0) }
        let written = String(decoding: text, as: UTF8.self)
        var writer = CSVWriter()
        writer.text(written)
        let isQuoted = writer.drain().first == UInt8(ascii: "\"")
        #expect(isQuoted == [10, 13, 34, 44].contains(byte), "\(byte) at \(place) of \(length)")
      }
    }
  }
}

@Test func `what is no CSV is told by what it is`() {
  #expect(problem([0x50, 0x4B, 3, 4, 1])?.fault.mend.description.contains("CSV UTF-8") == true)
  #expect(problem([0xFF, 0xFE, 97, 0])?.fault.what == "this is UTF-16")
  let latin: [UInt8] = Array("a,b\n1,".utf8) + [0xE9, 10]
  #expect(problem(latin)?.column == "b")
  #expect(problem(latin)?.fault.what == "the text is not UTF-8")
  #expect(
    problem(Array("a\n\"".utf8) + [UInt8](repeating: 120, count: 1 << 21))?.fault.what.description.contains("1 MiB")
      == true)
  #expect(problem([UInt8](repeating: 44, count: 5000))?.fault.what.description.contains("2000 columns") == true)
}
