import ClinicalModel
import Syntax

extension RowFormat {
  /// RFC 4180, with a header.
  public static let csv = RowFormat("csv") { CSVRows($0) }
}

private struct CSVRows: RowWriter {
  private var bytes: [UInt8]

  init(_ columns: [Column]) {
    bytes = Self.line { writer in for column in columns { writer.plain(column.name) } }
  }

  mutating func add(_ row: [Scalar]) {
    bytes += Self.line { writer in
      for cell in row { if case .text(let text) = cell { writer.text(text) } else { writer.plain(cell.written ?? "") } }
    }
  }

  mutating func end() {}

  mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private static func line(_ fill: (inout CSVWriter) -> Void) -> [UInt8] {
    var writer = CSVWriter()
    fill(&writer)
    writer.endRow()
    return writer.drain()
  }
}
