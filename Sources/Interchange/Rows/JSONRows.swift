import ClinicalModel
import Syntax

extension RowFormat {
  /// A list with an object a row.
  static let json = RowFormat("json") {
    JSONRows($0, ListDelimiters(start: "[\n  ", between: ",\n  ", end: "\n]\n", empty: "[]\n"))
  }

  /// An object a line.
  static let ndjson = RowFormat("ndjson") { JSONRows($0, ListDelimiters(between: "\n", end: "\n")) }
}

private struct JSONRows: RowWriter {
  private let columns: [Column]
  private let delimiters: ListDelimiters
  private var text = ""
  private var isEmpty = true

  init(_ columns: [Column], _ delimiters: ListDelimiters) {
    self.columns = columns
    self.delimiters = delimiters
  }

  mutating func add(_ row: [Scalar]) {
    text += isEmpty ? delimiters.start : delimiters.between
    text += JSONWriter.compact(object(row))
    isEmpty = false
  }

  mutating func end() { text += isEmpty ? delimiters.empty : delimiters.end }

  mutating func drain() -> [UInt8] {
    defer { text = "" }
    return Array(text.utf8)
  }

  private func object(_ row: [Scalar]) -> DocumentNode {
    DocumentNode(
      .map(
        columns.indices.map { index in
          let isTruth = columns[index].kind == .boolean && row[index] != .null
          return DocumentNode.Entry(
            columns[index].name, DocumentNode(isTruth ? .truth(row[index].written ?? "null") : .scalar(row[index])))
        }))
  }
}
