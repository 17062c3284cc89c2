import ClinicalModel
import ClinicalRules
import Interchange
import Storage
import Syntax

/// Whole cases as a CSV a table, a row a row.
enum LongTables {
  /// Writes a file a table.
  ///
  /// - Returns: how many rows there are in all.
  static func write(_ query: CaseQuery, _ session: ReadSession, to folder: OutputDirectory.Folder) throws -> Int {
    var count = 0
    for schema in Case.table.schema.withDescendants {
      try folder.file("\(schema.name).csv") { sink in
        var writer = CSVWriter()
        for name in LongTable.columns(of: schema) { writer.plain(name) }
        writer.endRow()
        let width = LongTable.columns(of: schema).count
        try session.rows(of: schema, in: query) { row in
          for column in 0..<width {
            switch row[column] {
            case .null: writer.plain("")
            case .integer(let number): writer.integer(number)
            case .real(let number): writer.real(number)
            case .text(let text): writer.text(text)
            }
          }
          writer.endRow()
          count += 1
          if writer.count > CaseRegistry.piece { try sink.write(writer.drain()) }
        }
        try sink.write(writer.drain())
      }
    }
    return count
  }
}
