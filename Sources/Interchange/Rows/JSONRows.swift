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
  private let objects: JSONObjects
  private let delimiters: ListDelimiters
  private var bytes: [UInt8] = []
  private var isEmpty = true

  init(_ columns: [Column], _ delimiters: ListDelimiters) {
    objects = JSONObjects(columns)
    self.delimiters = delimiters
  }

  mutating func add(_ row: [Scalar]) {
    bytes.append(contentsOf: (isEmpty ? delimiters.start : delimiters.between).utf8)
    objects.append(row, to: &bytes)
    isEmpty = false
  }

  mutating func end() { bytes.append(contentsOf: (isEmpty ? delimiters.empty : delimiters.end).utf8) }

  mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
