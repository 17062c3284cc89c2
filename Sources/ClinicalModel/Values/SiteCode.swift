/// Where a tumour sits: an ICD-O-3 topography code.
///
/// `C341`, `c34.1` and three-character codes (`C61`, then `.9`) are read. A group (`lung`) or a common name becomes its
/// code, and the word is kept in ``word`` for the text beside the code.
public struct SiteCode: TextValue {
  public let text: String
  /// The word that was given instead of a code.
  public let word: String?
  public static var kind: Kind { .code("ICD-O-3 topography", example: "C34.1") }
  public static var standard: String? { "ICD-O-3 topography" }

  public static var knownWords: KnownWords { .codes(Self.self, "sites") }

  public init(parsing text: String) throws(Fault) {
    if let code = Self.code(text) {
      guard SiteGroup(of: code) != nil else {
        throw Fault(
          "\(text.quoted) is no ICD-O-3 topography code", mend: "codes run from C00.0 to C80.9, for example C34.1")
      }
      self.text = code
      word = nil
    } else if let code = SiteGroup(text)?.unspecified ?? Vocabulary.sites.entry(text)?.code {
      self.text = code
      word = text
    } else {
      throw Fault(
        "\(text.quoted) is no site known here",
        mend: Vocabulary.sites.suggestion(for: text, also: SiteGroup.all.map(\.name))
          ?? "write an ICD-O-3 code such as C34.1, or a group: \(SiteGroup.all.map(\.name).joined(separator: ", "))")
    }
  }

  /// The group that a cohort is usually asked by (`lung`, `bladder` …).
  public var group: String { SiteGroup(of: text)?.name ?? "other" }

  private static func code(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    if bytes.count == 5, bytes[3] == UInt8(ascii: ".") { bytes.remove(at: 3) }
    guard (3...4).contains(bytes.count), bytes[0] | 0x20 == UInt8(ascii: "c"), bytes.dropFirst().allSatisfy(\.isDigit)
    else { return nil }
    if bytes.count == 3 { bytes.append(UInt8(ascii: "9")) }
    bytes[0] = UInt8(ascii: "C")
    bytes.insert(UInt8(ascii: "."), at: 3)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SiteCode {
  /// Two codes are equal whatever word brought them.
  public static func == (a: SiteCode, b: SiteCode) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
