/// A stage group as it is printed: its number, and the letters behind it.
struct StageGroup: Hashable {
  /// 0 to 4; above 4 for one that no system has; nil for words.
  let number: Int?
  let suffix: String

  private static let numerals: [(String, Int)] =
    [("VIII", 8), ("VII", 7), ("VI", 6), ("IV", 4), ("V", 5), ("III", 3), ("II", 2), ("I", 1)]
    + (0...9).map { (String($0), $0) }

  init(_ text: String) {
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

  /// What T, N and M give; nil where no rule of ours tells.
  ///
  /// - Parameter isEighth: whether the lung's 8th edition applies.
  static func implied(by staging: Staging, of site: SiteCode?, isEighth: Bool) -> ImpliedStage? {
    guard let m = staging.m?.text else { return nil }
    guard site?.group == "lung" else {
      let exempt = [58, 62, 73].contains(site?.number ?? 0)
      return m.hasPrefix("1") && !exempt && site != nil ? ImpliedStage(number: 4, letter: nil) : nil
    }
    guard isEighth else { return nil }
    if m.hasPrefix("1") { return ImpliedStage(number: 4, letter: m == "1a" || m == "1b" ? "A" : m == "1c" ? "B" : nil) }
    guard m == "0", let t = staging.t?.text.first?.wholeNumberValue, let n = staging.n?.text.first?.wholeNumberValue,
      (1...4).contains(t), (0...3).contains(n)
    else { return nil }
    let table = [
      ["1", "2B", "3A", "3B"], [staging.t?.text == "2b" ? "2A" : "1B", "2B", "3A", "3B"], ["2B", "3A", "3B", "3C"],
      ["3A", "3A", "3B", "3C"],
    ]
    let cell = table[t - 1][n]
    return ImpliedStage(
      number: cell.first?.wholeNumberValue ?? 0, letter: cell.count > 1 ? String(cell.suffix(1)) : nil)
  }
}

/// The stage groups that fit: a number, and where the letter is fixed that letter.
struct ImpliedStage {
  let number: Int
  let letter: String?

  var text: String { ["0", "I", "II", "III", "IV"][number] + (letter ?? "") }

  func contains(_ stage: StageGroup) -> Bool {
    guard stage.number == number else { return false }
    guard let letter, let told = stage.suffix.first else { return true }
    return String(told) == letter
  }
}
