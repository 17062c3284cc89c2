/// The lines of a summary: sections, items with a hanging indent, broken where a line is full.
struct SummaryText {
  static let bullet = "–"
  let width: Int
  private(set) var text = ""

  mutating func title(_ parts: [String?]) { append(parts.compactMap { $0 }.joined(separator: " · "), "", "") }

  mutating func section(_ name: String) { text += "\n\(name.uppercased())\n" }

  /// An item of a section: its id or date, then what is told of it.
  ///
  /// - Parameter depth: 0 for an item of the section, 1 for one inside another item.
  mutating func item(_ mark: String = "", _ parts: [String?], depth: Int = 0) {
    let indent = String(repeating: " ", count: 2 + 4 * depth)
    let first = mark.isEmpty ? "" : mark.count < 4 ? mark.padded(to: mark == Self.bullet ? 2 : 4) : mark + "  "
    let told = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    if !(first + told).isEmpty { append(first + told, indent, indent + "    ") }
  }

  /// Rows of two columns, the second aligned.
  mutating func pairs(_ pairs: [(String, String)], depth: Int = 0) {
    let widest = pairs.map(\.0.count).max() ?? 0
    let indent = String(repeating: " ", count: 2 + 4 * depth)
    for (name, value) in pairs {
      append(name.padded(to: widest + 2) + value, indent, indent + String(repeating: " ", count: widest + 2))
    }
  }

  /// Breaks at spaces, and after a dot that divides rather than before it; a word longer than a line stays whole.
  private mutating func append(_ told: String, _ indent: String, _ hanging: String) {
    text += indent
    var column = indent.utf8.count
    var isFirst = true
    var words = told.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "\n" })[...]
    while var word = words.popFirst() {
      if let dot = words.first, dot == "·" {
        words.removeFirst()
        word = told[word.startIndex..<dot.endIndex]
      }
      let width = word.width
      if isFirst {
        text += word
        column += width
      } else if column + 1 + width > self.width {
        text += "\n" + hanging + word
        column = hanging.utf8.count + width
      } else {
        text += " " + word
        column += 1 + width
      }
      isFirst = false
    }
    text += "\n"
  }
}

extension Substring {
  fileprivate var width: Int { utf8.allSatisfy { $0 < 128 } ? utf8.count : count }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
