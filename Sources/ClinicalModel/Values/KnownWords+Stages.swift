/// What is known of the words of a staging.
extension KnownWords {
  /// `8`, `8th`, `UICC 8`, `AJCC 8th edition`.
  static let editions = KnownWords("editions") { text -> Bool in
    let parts = text.lowercased().split { $0 == " " || $0 == "," || $0 == "/" || $0 == "-" }
    return parts.allSatisfy { part in
      if ["uicc", "ajcc", "tnm", "ed", "ed.", "edition", "and"].contains(part) { return true }
      let number = ["st", "nd", "rd", "th"].contains(part.suffix(2)) ? part.dropLast(2) : part
      return Int(number).map { (1...9).contains($0) } ?? false
    }
  }

  static let stageGroups = KnownWords("stage groups") { text -> Bool in StageGroup(text).number != nil }
}
