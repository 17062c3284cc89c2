import ClinicalModel
import Syntax

/// One cell of a sheet, read for the field that it belongs to. No type is guessed.
enum SheetCell {
  case blank
  case value(Scalar)
  /// There is no value, and the sheet says why; `word` where the field has a word for that.
  case absent(reason: String, word: String?)

  /// - Throws: a fault when a spreadsheet program has changed what was written.
  init(_ field: String, of column: Column) throws(Fault) {
    if field.isEmpty {
      self = .blank
      return
    }
    if field.utf8.count == 2, let mark = AbsenceMark(rawValue: field) {
      let isWord = if case .choice(let words, closed: true) = column.kind { words.contains(mark.reason) } else { false }
      self = .absent(reason: mark.reason, word: isWord ? mark.reason : nil)
      return
    }
    let text = CSVWriter.published(field)
    if text.trimmed.isEmpty {
      self = .blank
      return
    }
    if let damage = ExcelDamage.fault(in: text, of: column) { throw damage }
    self = .value(.text(column.kind == .boolean ? text.lowercased() : text))
  }
}
