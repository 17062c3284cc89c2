/// One author of a citation: `Kodama K`, `Okazaki, Takeshi`, or `et al.`
struct Author {
  let family: String
  let given: String
  /// "et al.": there are more.
  let isOthers: Bool

  /// The authors as a source cites them: separated by semicolons, else by commas.
  static func list(_ text: String) -> [Author] {
    let mark: Character = text.contains(";") ? ";" : ","
    return text.split(separator: mark).map { Author($0.trimmingPrefix(while: \.isWhitespace)) }
  }

  private init(_ text: Substring) {
    var name = text
    while let last = name.last, last.isWhitespace { name.removeLast() }
    let plain = name.lowercased()
    isOthers = plain == "et al." || plain == "et al" || plain == "others"
    if let comma = name.firstIndex(of: ",") {
      family = String(name[..<comma])
      given = String(name[comma...].dropFirst().trimmingPrefix(while: \.isWhitespace))
    } else if let space = name.lastIndex(of: " "),
      name[space...].dropFirst().allSatisfy({ $0.isUppercase || $0 == "." })
    {
      family = String(name[..<space])
      given = String(name[space...].dropFirst())
    } else {
      family = String(name)
      given = ""
    }
  }
}
