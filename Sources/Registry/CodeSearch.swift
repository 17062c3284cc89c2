import ClinicalModel

/// Looks up sites, histologies and genes by code, label or synonym.
public enum CodeSearch {
  /// The entries in which every word stands, in any letter case; all entries when no word is given.
  public static func entries(_ words: [String]) -> TextListing {
    let wanted = words.flatMap { $0.split(separator: " ") }.map { $0.lowercased() }
    let rows = lists.flatMap { name, entries in
      entries.compactMap { entry -> [Scalar]? in
        let synonyms = entry.synonyms.joined(separator: ", ")
        let text = "\(entry.code) \(entry.label) \(synonyms)".lowercased()
        guard wanted.allSatisfy({ text.contains($0) }) else { return nil }
        return [
          .text(name), .text(entry.code), .text(entry.label), synonyms.isEmpty ? .null : .text(synonyms),
        ]
      }
    }
    return TextListing(columns: columns, rows: rows)
  }

  private static let lists: [(String, [CodeEntry])] = [
    ("site", Vocabulary.sites.entries), ("histology", Vocabulary.histologies.entries),
    ("gene", Vocabulary.genes.entries),
  ]

  private static let columns: [Column] = [
    Column("list", "List", kind: .text, privacy: .safe, meaning: "site, histology or gene."),
    Column("code", "Code", kind: .text, privacy: .safe, meaning: "What a case stores."),
    Column("label", "Label", kind: .text, privacy: .safe, meaning: "Our own short wording; of a gene its HGNC id."),
    Column("synonyms", "Synonyms", kind: .text, privacy: .safe, meaning: "Other words that are read as the code."),
  ]
}
