/// A country as ISO 3166-1 alpha-3. Two letters are refused: `NA` and `NR` are countries there.
public struct CountryCode: TextValue {
  public let text: String
  public static var kind: Kind { .code("ISO 3166-1 alpha-3", example: "JPN") }
  public static var standard: String? { "ISO 3166-1 alpha-3" }

  public static var knownWords: KnownWords { .codes(Self.self, "countries") }

  public init(parsing text: String) throws(Fault) {
    let upper = text.uppercased()
    guard CountryCode.known.contains(upper) else {
      let near = Nearest.words(to: upper, among: CountryCode.known.sorted())
      throw Fault(
        "\(text.quoted) is no country code",
        mend: "write three letters of ISO 3166 alpha-3, for example JPN"
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"))
    }
    self.text = upper
  }
}
