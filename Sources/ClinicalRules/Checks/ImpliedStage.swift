import ClinicalModel

extension StageGroup {
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
