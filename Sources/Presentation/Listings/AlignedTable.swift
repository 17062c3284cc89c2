import ClinicalModel
import Interchange

/// Writes rows in columns of one width each, for a terminal.
///
/// It waits for its first thousand rows, which say how wide the columns are.
struct AlignedTable: RowWriter {
  private let columns: [Column]
  private let width: Int?
  private var text = ""
  /// The rows that wait, and the widths once they do not.
  private var waiting: [[String]] = []
  private var widths: [Int]?

  /// - Parameter width: the characters of a line; nil where nothing is cut.
  init(columns: [Column], width: Int?) {
    self.columns = columns
    self.width = width
  }

  mutating func add(_ row: [Scalar]) {
    let cells = row.map { ($0.written ?? "–").onOneLine.visible }
    if let widths { return append(cells, widths) }
    waiting.append(cells)
    if waiting.count == 1000 { align() }
  }

  mutating func end() {
    if widths == nil { align() }
  }

  mutating func drain() -> [UInt8] {
    defer { text = "" }
    return Array(text.utf8)
  }

  /// Columns as wide as the rows that waited need; the widest give way where the terminal is narrow.
  private mutating func align() {
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

  fileprivate var onOneLine: String { utf8.contains(10) ? replacing("\n", with: " ") : self }

  /// Cut where it is too wide, with a mark that it was.
  fileprivate func fitted(to width: Int) -> String {
    self.width > width ? String(prefix(max(1, width - 1))) + "…" : self
  }
}
