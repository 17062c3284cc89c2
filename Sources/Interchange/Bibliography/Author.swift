/// One author of a citation: `Kodama K`, `Okazaki, Takeshi`, `Smith, J.`, or `et al.`
struct Author: Hashable {
  let family: String
  let given: String
  /// "et al.": there are more.
  let isOthers: Bool

  /// The authors as a source cites them: separated by semicolons, else by commas, where initials alone belong to the
  /// name before them.
  static func list(_ text: String) -> [Author] {
    let parts = text.split(separator: text.contains(";") ? ";" : ",").flatMap(pieces)
    if text.contains(";") { return parts.map(Author.init) }
    var names: [String] = []
    for part in parts {
      if let last = names.last, isInitials(part), Author(last).given.isEmpty {
        names[names.count - 1] = "\(last), \(part)"
      } else {
        names.append(part)
      }
    }
    return names.map(Author.init)
  }

  /// What one part between separators tells of: two names when `and` stands between them, and `et al.` by itself.
  private static func pieces(_ part: Substring) -> [String] {
    var words = part.split(whereSeparator: \.isWhitespace)
    if words.first == "and" || words.first == "&" { words.removeFirst() }
    if words.isEmpty { return [] }
    if words.count > 2, words[words.count - 2].lowercased() == "et", ["al", "al."].contains(words.last?.lowercased()) {
      return pieces(words.dropLast(2).joined(separator: " ")[...]) + ["et al."]
    }
    // A ministry of this and that is one author: only after initials does a name begin.
    if let and = words.indices.dropFirst().first(where: {
      (words[$0] == "and" || words[$0] == "&") && isInitials(words[$0 - 1])
    }), and + 1 < words.count {
      return [words[..<and].joined(separator: " ")] + pieces(words[(and + 1)...].joined(separator: " ")[...])
    }
    return [words.joined(separator: " ")]
  }

  /// Capital letters and dots: `K`, `J. P.`, `J.-P.`
  private static func isInitials(_ text: some StringProtocol) -> Bool {
    text.contains(where: \.isUppercase)
      && text.allSatisfy { $0.isUppercase || $0 == "." || $0 == "-" || $0 == " " }
  }

  private init(_ name: String) {
    isOthers = ["et al.", "et al", "others"].contains(name.lowercased())
    if let comma = name.firstIndex(of: ",") {
      family = String(name[..<comma])
      given = String(name[comma...].dropFirst().trimmingPrefix(while: \.isWhitespace))
    } else if let space = name.lastIndex(of: " "), Self.isInitials(name[space...].dropFirst()) {
      family = String(name[..<space])
      given = String(name[space...].dropFirst())
    } else {
      family = name
      given = ""
    }
  }
}
