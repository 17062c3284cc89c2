import ClinicalModel
import Syntax
import TestSupport
import Testing

@testable import Interchange

private let hidden = ["\u{FEFF}", "\u{200B}", "\u{202E}", "\u{2066}", "\u{200B}\u{200B} ", "\u{3000}", ""]
private let starts = ["=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x", "﹦1", "﹢1", "﹣1", "﹫x", "'=1", "\t=1"]

@Test func `no text begins a formula, whatever unseen stands before it, and every text is read back exactly`() {
  for text in hidden.flatMap({ before in starts.map { before + $0 } }) + hidden + ["N", "NR", "'NR", "naïve", "日本"] {
    var writer = CSVWriter()
    writer.text(text)
    let field = String(decoding: writer.drain(), as: UTF8.self).filter { $0 != "\"" }
    if starts.contains(where: text.hasSuffix) { #expect(field.hasPrefix("'"), "\(text.unicodeScalars.map(\.value))") }
    #expect(CSVWriter.published(field) == text, "\(text.unicodeScalars.map(\.value))")
  }
}

@Test(arguments: [
  #"note: "\uFEFFafter""#, #"note: "\ufeffa \U0000FEFFb""#, "note: \u{FEFF}after", #"note: literal \uFeFf here"#,
  "note: 'it''s \u{FEFF}'",
])
func `a byte order mark of a value stays in it, and a spelling of one stays a spelling`(line: String) throws {
  let subject = try Samples.case("id: synthetic-1\n\(line)\n")
  let note = try #require(subject.note)
  if line.contains("literal") {
    #expect(note == #"literal \uFeFf here"#)
  } else {
    #expect(note.unicodeScalars.contains("\u{FEFF}"))
  }
  let text = try CaseFile.yaml.text(of: subject.plain)
  #expect(Array(try #require(try Samples.case(text).note).utf8) == Array(note.utf8))
}

@Test func `what is not seen is shown as an escape, and what is seen as it is`() {
  #expect("a\u{1B}[2Jb".visible == #"a\u001b[2Jb"#)
  #expect("x\u{202E}y\u{9B}z\u{200B}\u{FEFF}\r".visible == #"x\u202ey\u009bz\u200b\ufeff\u000d"#)
  #expect("\u{E0041}".visible == #"\udb40\udc41"#)
  for text in ["naïve", "日本語\tテスト\n", "γ → μ ≥ 3", "é"] { #expect(text.visible == text) }
}
