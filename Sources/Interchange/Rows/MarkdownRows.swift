import ClinicalModel

extension RowFormat {
  /// A table as Markdown has it.
  package static let markdown = RowFormat("markdown") { MarkdownRows($0) }
}

private struct MarkdownRows: RowWriter {
  private var text: String

  init(_ columns: [Column]) {
    text = Self.line(columns.map(\.name)) + "|" + columns.map { _ in "---|" }.joined() + "\n"
  }

  mutating func add(_ row: [Scalar]) { text += Self.line(row.map { $0.written ?? "" }) }

  mutating func end() {}

  mutating func drain() -> [UInt8] {
    defer { text = "" }
    return Array(text.utf8)
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
