extension Page {
  /// The page as lines of plain text, each thing on lines of its own with a hanging indent.
  ///
  /// - Parameter width: the characters of a line.
  public func text(width: Int) -> String {
    var lines = PageText(width: width)
    lines.title(title)
    for section in sections {
      if !section.name.isEmpty { lines.section(section.name) }
      for entry in section.entries {
        switch entry {
        case .item(let mark, let parts, let depth): lines.item(mark, parts, depth)
        case .pairs(let pairs, let depth): lines.pairs(pairs, depth)
        }
      }
    }
    return lines.text
  }
}

/// The lines of a page so far, broken where a line is full.
private struct PageText {
  let width: Int
  private(set) var text = ""

  init(width: Int) { self.width = width }

  mutating func title(_ parts: [String]) { append(parts.joined(separator: " · "), "", "") }

  mutating func section(_ name: String) { text += "\n\(name.uppercased())\n" }

  mutating func item(_ mark: String, _ parts: [String], _ depth: Int) {
    let indent = String(repeating: " ", count: 2 + 4 * depth)
    let first = mark.isEmpty ? "" : mark.count < 4 ? mark.padded(to: mark == Page.bullet ? 2 : 4) : mark + "  "
    append(first + parts.joined(separator: " · "), indent, indent + "    ")
  }

  /// Two columns, the second aligned.
  mutating func pairs(_ pairs: [(name: String, value: String)], _ depth: Int) {
    let widest = pairs.map(\.name.count).max() ?? 0
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
