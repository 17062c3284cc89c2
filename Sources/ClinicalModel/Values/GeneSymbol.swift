/// A gene by its approved HGNC symbol; a known alias (`HER2`) or another letter case becomes the symbol.
public struct GeneSymbol: TextValue {
  public let text: String
  public static var kind: Kind { .code("HGNC", example: "ALK") }
  public static var standard: String? { "HGNC" }

  public init(parsing text: String) throws(Fault) {
    if let entry = Vocabulary.genes.entry(text) {
      self.text = entry.code
    } else if let advice = Self.biomarkers[text.lowercased()] {
      throw Fault("\(text.quoted) is a biomarker and not a gene", mend: advice)
    } else {
      throw Fault(
        "\(text.quoted) is no gene known here",
        mend: Vocabulary.genes.suggestion(for: text) ?? "write the HGNC symbol, for example ALK")
    }
  }

  private static let biomarkers: [String: Message] = {
    let level: Message = "a level is no driver result: write a measurement, code=pd_l1_tps,value=95,unit=%"
    let status: Message =
      "write a measurement, code=msi,value_text=high, or name the genes that were tested, for example MLH1"
    let burden: Message = "write a measurement, code=tmb"
    return [
      "pd-l1": level, "pdl1": level, "pd-l1 tps": level, "msi": status, "msi-h": status, "dmmr": status, "tmb": burden,
    ]
  }()
}

/// A fusion as it is written, 5′ partner first: `EML4::ALK`, also `EML4-ALK` and `EML4/ALK`.
public struct Fusion: Hashable, Sendable {
  public let first: GeneSymbol
  public let second: GeneSymbol

  /// Reads a fusion; nil when the text is one gene and no fusion.
  public init?(parsing text: String) throws(Fault) {
    if Vocabulary.genes.entry(text) != nil { return nil }
    for mark in ["::", "-", "/", "–", "‑"] {
      guard let cut = text.firstRange(of: mark) else { continue }
      let sides = (String(text[..<cut.lowerBound]), String(text[cut.upperBound...]))
      if mark != "::", Vocabulary.genes.entry(sides.0) == nil, Vocabulary.genes.entry(sides.1) == nil { continue }
      first = try GeneSymbol(parsing: sides.0)
      second = try GeneSymbol(parsing: sides.1)
      return
    }
    return nil
  }
}
