/// What was found: a term of the Human Phenotype Ontology (`HP:0000126`) or a local one (`mps:thigh_pain`).
///
/// A common name becomes its code, and the word is kept in ``word`` for the text beside the code. Another word is kept
/// as it is.
public struct FindingCode: TextValue {
  public let text: String
  /// The word that was given instead of a code.
  public let word: String?
  public static var kind: Kind { .code("Human Phenotype Ontology", example: "HP:0003419") }
  public static var standard: String? { "HPO 2024-07, and mps: codes of this registry" }
  public static var isOpen: Bool { true }

  public init(parsing text: String) throws(Fault) {
    let plain = try String(parsing: text)
    if let entry = Vocabulary.findings.entry(plain) {
      self.text = entry.code
      word = entry.code == plain ? nil : plain
    } else if plain.utf8.count > 80 || plain.utf8.contains(10) {
      throw Fault("\(plain.quoted) is too long for a code", mend: "write it as the label, and leave the code out")
    } else {
      self.text = plain
      word = nil
    }
  }

  public var novelty: Fault? {
    if Vocabulary.findings.entry(text) != nil || text == "not_reported" { return nil }
    let digits = text.utf8.dropFirst(3)
    if text.hasPrefix("HP:"), digits.count == 7, digits.allSatisfy(\.isDigit) { return nil }
    return Fault(
      "\(text.quoted) is no finding known here and is kept as it is",
      mend: Vocabulary.findings.suggestion(for: text) ?? "\(action: .run(.findCodes)) finds the code of a finding")
  }
}

extension FindingCode {
  /// Two codes are equal whatever word brought them.
  public static func == (a: FindingCode, b: FindingCode) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
