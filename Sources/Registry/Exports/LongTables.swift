import ClinicalModel
import Interchange

/// Whole cases as a CSV a table, a row a row.
struct LongTables {
  private var writers: [(schema: Schema, writer: CSVWriter)]

  init() {
    writers = Case.table.schema.withDescendants.map { schema in
      var writer = CSVWriter()
      for name in LongTable.columns(of: schema) { writer.plain(name) }
      writer.endRow()
      return (schema, writer)
    }
  }

  /// Adds the rows of a case.
  mutating func add(_ subject: Case) {
    for row in subject.keptRows {
      guard let index = writers.firstIndex(where: { $0.schema === row.schema }) else { continue }
      writers[index].writer.text(subject.id)
      if row.schema.parentColumn != nil { writers[index].writer.text(row.parent) }
      if row.schema.identity != .wholeCase { writers[index].writer.text(row.id) }
      for cell in row.cells {
        if case .text(let text) = cell {
          writers[index].writer.text(text)
        } else {
          writers[index].writer.plain(cell.written ?? "")
        }
      }
      writers[index].writer.endRow()
    }
  }

  /// The files by name.
  var files: [(name: String, bytes: [UInt8])] { writers.map { ("\($0.schema.name).csv", $0.writer.bytes) } }
}
