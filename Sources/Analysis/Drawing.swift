/// Boxes, lines and words, written as SVG 1.1 with nothing from outside: system fonts, black on white.
struct Drawing {
  let width: Int
  let height: Int
  private var shapes: [String] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// A box with centred lines of words; a line that is too long for it is cut, and told whole by a title.
  mutating func box(x: Int, y: Int, width: Int, height: Int, lines: [String]) {
    shapes.append(
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"#fff\" stroke=\"#333\"/>")
    let step = 18
    let first = y + height / 2 - step * (lines.count - 1) / 2 + 5
    for (index, line) in lines.enumerated() {
      text(line, x: x + width / 2, y: first + index * step, width: width - 16)
    }
  }

  mutating func arrow(fromX: Int, fromY: Int, toX: Int, toY: Int) {
    shapes.append(
      "<line x1=\"\(fromX)\" y1=\"\(fromY)\" x2=\"\(toX)\" y2=\"\(toY)\" stroke=\"#333\" marker-end=\"url(#arrow)\"/>")
  }

  private mutating func text(_ text: String, x: Int, y: Int, width: Int) {
    let room = width / 7
    let shown = text.count > room ? text.prefix(room - 1) + "…" : text[...]
    let title = shown == text ? "" : "<title>\(Self.escaped(text))</title>"
    shapes.append(
      "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\">\(title)\(Self.escaped(String(shown)))</text>")
  }

  func svg(title: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
    viewBox="0 0 \(width) \(height)" role="img" font-family="sans-serif" font-size="13">
    <title>\(Self.escaped(title))</title>
    <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
    orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#333"/></marker></defs>
    <rect width="\(width)" height="\(height)" fill="#fff"/>
    \(shapes.joined(separator: "\n"))
    </svg>

    """
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 32: escaped += " "
      case _: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
