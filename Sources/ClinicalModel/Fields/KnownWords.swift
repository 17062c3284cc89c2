/// Which texts of a field are words of a published list and nobody's own: what else stands there could tell who the
/// patient is, and leaves as ``other`` under every profile that lets no free text go.
public struct KnownWords: Sendable {
  /// What is known, in a word or two.
  let name: String
  /// What of a text may leave.
  let told: @Sendable (String) -> String

  private init(_ name: String, told: @escaping @Sendable (String) -> String) {
    self.name = name
    self.told = told
  }

  /// - Parameter holds: whether the whole text is known.
  package init(_ name: String, holds: @escaping @Sendable (String) -> Bool) {
    self.init(name) { text in holds(text) ? text : Self.other }
  }

  /// A cell with several items behind semicolons: each as it is when it is known; what is not is told once, at the end.
  ///
  /// - Parameter holds: whether an item is known.
  package static func items(_ name: String, holds: @escaping @Sendable (String) -> Bool) -> KnownWords {
    KnownWords(name) { text -> String in
      let items = text.split(on: "; ")
      let known = items.filter(holds)
      return (known + (known.count < items.count ? [other] : [])).joined(separator: "; ")
    }
  }

  /// Codes of a type that reads them as they are.
  static func codes<Value: TextValue>(_: Value.Type, _ name: String) -> KnownWords {
    KnownWords(name) { text -> Bool in
      do { return try Value(parsing: text).text == text } catch { return false }
    }
  }

  /// What leaves in the place of words that nobody listed.
  public static let other = "other"

  static let nothing = KnownWords("nothing") { _ -> Bool in false }

  /// What is known of a kind of values where nobody says more.
  package static func of(_ kind: Kind) -> KnownWords {
    switch kind {
    case .choice(let words, _):
      let words = Set(words)
      return KnownWords("list") { words.contains($0) }
    case .integer, .real, .boolean, .text, .date, .code, .reference: return nothing
    }
  }
}

extension KnownWords: Hashable {
  public static func == (a: KnownWords, b: KnownWords) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension String {
  /// The parts between marks.
  package func split(on mark: String) -> [String] {
    var (parts, rest): ([String], Substring) = ([], self[...])
    while let cut = rest.firstRange(of: mark) {
      parts.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return parts + [String(rest)]
  }
}
