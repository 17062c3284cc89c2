public import ClinicalModel
import Interchange

/// Writes a listing row by row in any of the formats.
///
/// A table waits for its first thousand rows, which say how wide its columns are.
public struct ListingWriter {
  private let columns: [Column]
  /// Their names in JSON.
  private let keys: [String]
  private let format: ListingFormat
  private let width: Int?
  private var text = ""
  private var count = 0
  /// The rows that a table waits with, and the widths once it does not.
  private var waiting: [[String]] = []
  private var widths: [Int]?

  /// - Parameter width: the characters of a line of the terminal; nil where there is none, and nothing is cut.
  public init(columns: [Column], _ format: ListingFormat, width: Int?) {
    self.columns = columns
    keys = columns.map(\.name.json)
    self.format = format
    self.width = width
    switch format {
    case .csv:
      var writer = CSVWriter()
      for column in columns { writer.plain(column.name) }
      writer.endRow()
      text = String(decoding: writer.drain(), as: UTF8.self)
    case .markdown: text = Self.line(columns.map(\.name)) + "|" + columns.map { _ in "---|" }.joined() + "\n"
    case .table, .json, .ndjson: break
    }
  }

  public mutating func add(_ row: [Scalar]) {
    switch format {
    case .table:
      let cells = row.map { ($0.written ?? "–").onOneLine.visible }
      if let widths {
        append(cells, widths)
      } else {
        waiting.append(cells)
        if waiting.count == 1000 { settle() }
      }
    case .json: text += (count == 0 ? "[\n  " : ",\n  ") + object(row)
    case .ndjson: text += object(row) + "\n"
    case .csv:
      var writer = CSVWriter()
      for cell in row { if case .text(let text) = cell { writer.text(text) } else { writer.plain(cell.written ?? "") } }
      writer.endRow()
      text += String(decoding: writer.drain(), as: UTF8.self)
    case .markdown: text += Self.line(row.map { $0.written ?? "" })
    }
    count += 1
  }

  /// After the last row.
  public mutating func end() {
    switch format {
    case .table: if widths == nil { settle() }
    case .json: text += count == 0 ? "[]\n" : "\n]\n"
    case .ndjson, .csv, .markdown: break
    }
  }

  /// Hands over what was written so far.
  public mutating func drain() -> [UInt8] {
    defer { text = "" }
    return Array(text.utf8)
  }

  private func object(_ row: [Scalar]) -> String {
    let pairs = columns.indices.map { index in
      let cell = row[index]
      let text = columns[index].kind == .boolean && cell != .null ? cell.written ?? "null" : cell.json
      return "\(keys[index]): \(text)"
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(\.inMarkdown).joined(separator: " | ") + " |\n"
  }

  /// Columns as wide as the rows that waited need; the widest give way where the terminal is narrow.
  private mutating func settle() {
    var widths = columns.indices.map { column in
      waiting.reduce(columns[column].name.width) { max($0, $1[column].width) }
    }
    if let width {
      while widths.reduce(2 * (widths.count - 1), +) > width, let widest = widths.max(), widest > 8 {
        widths[widths.firstIndex(of: widest) ?? 0] -= 1
      }
    }
    self.widths = widths
    append(columns.map(\.name), widths)
    append(widths.map { String(repeating: "─", count: $0) }, widths)
    for row in waiting { append(row, widths) }
    waiting = []
  }

  private mutating func append(_ cells: [String], _ widths: [Int]) {
    var gap = 0
    for (cell, width) in zip(cells, widths) {
      let fitted = cell.fitted(to: width)
      text += String(repeating: " ", count: gap) + fitted
      gap = width - fitted.width + 2
    }
    text += "\n"
  }
}

extension String {
  /// The columns of a terminal that it takes, as far as a letter takes one.
  fileprivate var width: Int { utf8.allSatisfy { $0 < 128 } ? utf8.count : count }

  fileprivate var inMarkdown: String {
    utf8.contains(UInt8(ascii: "|")) ? onOneLine.replacing("|", with: "\\|") : onOneLine
  }

  fileprivate var onOneLine: String { utf8.contains(10) ? replacing("\n", with: " ") : self }

  /// Cut where it is too wide, with a mark that it was.
  fileprivate func fitted(to width: Int) -> String {
    self.width > width ? String(prefix(max(1, width - 1))) + "…" : self
  }
}
