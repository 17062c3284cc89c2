import ClinicalModel

/// What is known of columns whose words are open.
extension KnownWords {
  static let microsatellites = KnownWords("microsatellite status") { text -> Bool in
    let words: Set<String> = [
      "high", "low", "stable", "msi-h", "msi-l", "mss", "msi-high", "msi-low", "msi", "unstable", "dmmr", "pmmr",
      "microsatellite stable", "microsatellite instable", "not_reported",
    ]
    return words.contains(text.lowercased())
  }

  static let opioidTables = KnownWords("tables of factors") { text -> Bool in OpioidFactors.name == text }

  static let drugs = KnownWords.items("drugs") { text in
    text == "unnamed" || text == "not_reported" || Vocabulary.drugs.entry(text)?.code == text
  }

  /// `ALK`, `EML4::ALK fusion`.
  static let alterations = KnownWords.items("alterations") { text in
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let genes = (parts.first ?? "").split(on: "::")
    return genes.allSatisfy { Vocabulary.genes.entry($0)?.code == $0 }
      && (parts.count < 2 || Alteration(rawValue: parts[1]) != nil)
  }
}
