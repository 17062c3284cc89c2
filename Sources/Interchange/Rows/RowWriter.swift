public import ClinicalModel
import Syntax

/// Writes the rows of one table, each as it comes.
public struct RowWriter {
  private let columns: [Column]
  private let format: RowFormat
  private var text = ""
  private var count = 0

  public init(columns: [Column], _ format: RowFormat) {
    self.columns = columns
    self.format = format
    switch format {
    case .csv: text = Self.csv { writer in for column in columns { writer.plain(column.name) } }
    case .markdown: text = Self.line(columns.map(\.name)) + "|" + columns.map { _ in "---|" }.joined() + "\n"
    case .json, .ndjson: break
    }
  }

  /// - Parameter row: a cell a column.
  public mutating func add(_ row: [Scalar]) {
    switch format {
    case .json: text += (count == 0 ? Self.array.start : Self.array.between) + JSONWriter.compact(object(row))
    case .ndjson: text += JSONWriter.compact(object(row)) + "\n"
    case .csv:
      text += Self.csv { writer in
        for cell in row {
          if case .text(let text) = cell { writer.text(text) } else { writer.plain(cell.written ?? "") }
        }
      }
    case .markdown: text += Self.line(row.map { $0.written ?? "" })
    }
    count += 1
  }

  /// After the last row.
  public mutating func end() {
    if format == .json { text += count == 0 ? Self.array.empty : Self.array.end }
  }

  /// Hands over what was written so far.
  public mutating func drain() -> [UInt8] {
    defer { text = "" }
    return Array(text.utf8)
  }

  private static let array = ListDelimiters(start: "[\n  ", between: ",\n  ", end: "\n]\n", empty: "[]\n")

  private func object(_ row: [Scalar]) -> DocumentNode {
    DocumentNode(
      .map(
        columns.indices.map { index in
          let isTruth = columns[index].kind == .boolean && row[index] != .null
          return DocumentNode.Entry(
            columns[index].name, DocumentNode(isTruth ? .truth(row[index].written ?? "null") : .scalar(row[index])))
        }))
  }

  private static func csv(_ fill: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter()
    fill(&writer)
    writer.endRow()
    return String(decoding: writer.drain(), as: UTF8.self)
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(\.inMarkdown).joined(separator: " | ") + " |\n"
  }
}

extension String {
  fileprivate var inMarkdown: String {
    utf8.contains(UInt8(ascii: "|")) ? onOneLine.replacing("|", with: "\\|") : onOneLine
  }

  fileprivate var onOneLine: String { utf8.contains(10) ? replacing("\n", with: " ") : self }
}
