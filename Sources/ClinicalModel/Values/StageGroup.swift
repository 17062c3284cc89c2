/// A stage group as it is printed: its number, and the letters behind it.
package struct StageGroup: Hashable {
  /// 0 to 4; above 4 for one that no system has; nil for words.
  package let number: Int?
  package let suffix: String

  private static let numerals: [(String, Int)] =
    [("VIII", 8), ("VII", 7), ("VI", 6), ("IV", 4), ("V", 5), ("III", 3), ("II", 2), ("I", 1)]
    + (0...9).map { (String($0), $0) }

  package init(_ text: String) {
    var rest = Substring(text.uppercased().filter { $0 != " " && $0 != "-" })
    if rest.hasPrefix("STAGE") { rest = rest.dropFirst(5) }
    if let (sign, value) = Self.numerals.first(where: { rest.hasPrefix($0.0) }),
      rest.dropFirst(sign.count).allSatisfy({ "ABCDESX123".contains($0) }), rest.count - sign.count <= 3
    {
      number = value
      suffix = String(rest.dropFirst(sign.count))
    } else {
      number = nil
      suffix = ""
    }
  }
}
