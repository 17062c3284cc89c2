public import ClinicalModel

/// Looks up sites, histologies, genes, drugs, findings and measures by code, label or synonym.
public enum CodeSearch {
  /// The lists that travel with the program.
  public static let lists = [
    ("site", Vocabulary.sites), ("histology", Vocabulary.histologies), ("gene", Vocabulary.genes),
    ("drug", Vocabulary.drugs), ("finding", Vocabulary.findings), ("measurement", Vocabulary.measurements),
  ]

  /// The entries in which every word stands, in any letter case; all entries when no word is given.
  ///
  /// - Parameters:
  ///   - list: only this list; nil for all.
  ///   - own: codes that the user has brought, with their lists.
  public static func entries(
    _ words: [String], of list: String? = nil, beside own: [(list: String, entry: CodeEntry)] = []
  ) -> ResultTable {
    let wanted = words.flatMap { $0.split(separator: " ") }.map { $0.lowercased() }
    let all = lists.flatMap { name, codes in codes.entries.map { (name, $0, "psoas") } } + own.map { ($0, $1, "yours") }
    let rows = all.compactMap { name, entry, origin -> [Scalar]? in
      guard list == nil || list == name else { return nil }
      let synonyms = entry.synonyms.joined(separator: ", ")
      let text = "\(entry.code) \(entry.label) \(synonyms) \(entry.standard)".lowercased()
      guard wanted.allSatisfy({ text.contains($0) }) else { return nil }
      return [.text(name), .text(entry.code)]
        + [entry.label, synonyms, entry.standard, entry.unit].map { $0.isEmpty ? .null : .text($0) } + [.text(origin)]
    }
    return ResultTable(columns: columns, rows: rows)
  }

  private static let columns: [Column] = [
    Column("list", "List", kind: .text, privacy: .safe, meaning: "The list that the code is of."),
    Column("code", "Code", kind: .text, privacy: .safe, meaning: "What a case stores."),
    Column("label", "Label", kind: .text, privacy: .safe, meaning: "Our own short wording; of a drug its class."),
    Column("synonyms", "Synonyms", kind: .text, privacy: .safe, meaning: "Other words that are read as the code."),
    Column("standard", "Standard", kind: .text, privacy: .safe, meaning: "The same in a published system."),
    Column("unit", "Unit", kind: .text, privacy: .safe, meaning: "The usual unit of a measure, in UCUM."),
    Column("origin", "Origin", kind: .text, privacy: .safe, meaning: "psoas, or yours when you brought the list."),
  ]
}
