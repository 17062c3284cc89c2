/// What a tumour is: an ICD-O-3 morphology code with its behaviour (`8140/3`).
///
/// A common name becomes its code, and the word is kept in ``word`` for the text beside the code.
public struct HistologyCode: TextValue {
  public let text: String
  /// The word that was given instead of a code.
  public let word: String?
  public static var kind: Kind { .code("ICD-O-3.1 morphology", example: "8140/3") }
  public static var standard: String? { "ICD-O-3.1 morphology" }

  public static var knownWords: KnownWords { .codes(Self.self, "histologies") }

  public init(parsing text: String) throws(Fault) {
    let bytes = Array(text.utf8)
    if bytes.count == 6, bytes[4] == UInt8(ascii: "/"), bytes[..<4].allSatisfy(\.isDigit),
      bytes[0] == UInt8(ascii: "8") || bytes[0] == UInt8(ascii: "9"), "012369".utf8.contains(bytes[5])
    {
      self.text = text
      word = nil
    } else if let entry = Vocabulary.histologies.entry(text) {
      self.text = entry.code
      word = text
    } else if bytes.count == 4, bytes.allSatisfy(\.isDigit) {
      throw Fault(
        "\(text.quoted) lacks its behaviour", mend: "add it after a slash, for example \(text)/3 for a malignant tumour"
      )
    } else {
      throw Fault(
        "\(text.quoted) is no histology known here",
        mend: Vocabulary.histologies.suggestion(for: text)
          ?? "write an ICD-O-3 code, for example 8140/3 for adenocarcinoma")
    }
  }

  /// The group of the code, of a tumour of this site (`adenocarcinoma`, `sarcoma` …).
  public func group(at site: SiteCode?) -> String? { HistologyGroup.name(of: text, at: site?.text) }
}

extension HistologyCode {
  /// Two codes are equal whatever word brought them.
  public static func == (a: HistologyCode, b: HistologyCode) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
