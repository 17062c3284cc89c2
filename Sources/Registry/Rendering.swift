public import ClinicalModel
import Interchange

/// How a listing is written.
public enum ListingFormat: String, CaseIterable, Sendable {
  case table, json, ndjson, csv, markdown
}

/// Columns and rows as text in any of the formats.
public struct TextListing: Sendable {
  public let columns: [Column]
  public let rows: [[Scalar]]

  public init(columns: [Column], rows: [[Scalar]]) {
    self.columns = columns
    self.rows = rows
  }

  /// - Parameter width: the characters of a line of the terminal; nil where there is none, and nothing is cut.
  public func text(_ format: ListingFormat, width: Int?) -> String {
    switch format {
    case .table: table(width: width)
    case .json: rows.isEmpty ? "[]\n" : "[\n" + rows.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
    case .ndjson: rows.map { object($0) + "\n" }.joined()
    case .csv: csv
    case .markdown: markdown
    }
  }

  private func object(_ row: [Scalar]) -> String {
    let pairs = zip(columns, row).map { column, cell in
      let text = column.kind == .boolean && cell != .null ? cell.written ?? "null" : cell.json
      return "\(column.name.json): \(text)"
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private var csv: String {
    var writer = CSVWriter()
    for column in columns { writer.plain(column.name) }
    writer.endRow()
    for row in rows {
      for cell in row { if case .text(let text) = cell { writer.text(text) } else { writer.plain(cell.written ?? "") } }
      writer.endRow()
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |\n"
    }
    return line(columns.map(\.name)) + "|" + columns.map { _ in "---|" }.joined() + "\n"
      + rows.map { line($0.map { $0.written ?? "" }) }.joined()
  }

  /// Columns as wide as the first thousand rows need; the widest give way where the terminal is narrow.
  private func table(width: Int?) -> String {
    let shown = rows.map { $0.map { ($0.written ?? "–").onOneLine } }
    var widths = columns.indices.map { column in
      shown.prefix(1000).reduce(columns[column].name.width) { max($0, $1[column].width) }
    }
    if let width {
      while widths.reduce(2 * (widths.count - 1), +) > width, let widest = widths.max(), widest > 8 {
        widths[widths.firstIndex(of: widest) ?? 0] -= 1
      }
    }
    var text = ""
    func append(_ cells: [String]) {
      var gap = 0
      for (cell, width) in zip(cells, widths) {
        let fitted = cell.fitted(to: width)
        text += String(repeating: " ", count: gap) + fitted
        gap = width - fitted.width + 2
      }
      text += "\n"
    }
    append(columns.map(\.name))
    append(widths.map { String(repeating: "─", count: $0) })
    for row in shown { append(row) }
    return text
  }
}

extension String {
  /// The columns of a terminal that it takes, as far as a letter takes one.
  fileprivate var width: Int { utf8.allSatisfy { $0 < 128 } ? utf8.count : count }

  fileprivate var onOneLine: String { utf8.contains(10) ? replacing("\n", with: " ") : self }

  /// Cut where it is too wide, with a mark that it was.
  fileprivate func fitted(to width: Int) -> String {
    self.width > width ? String(prefix(max(1, width - 1))) + "…" : self
  }
}
