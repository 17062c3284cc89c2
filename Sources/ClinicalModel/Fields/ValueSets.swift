/// A closed list: no other word can ever be stored.
public protocol RequiredValueSet: FieldValue, RawRepresentable, CaseIterable where RawValue == String {}

extension RequiredValueSet {
  public static var words: [String] { allCases.map(\.rawValue) }
  public static var kind: Kind { .choice(words, closed: true) }
  public var scalar: Scalar { .text(rawValue) }

  public init(_ scalar: Scalar) throws(Fault) {
    let text = scalar.written ?? ""
    guard let known = Self(rawValue: text) else { throw Fault.unknownWord(text, among: Self.words) }
    self = known
  }
}

/// The known words of an open list.
public protocol ExtensibleValueSet: Hashable, Sendable {
  static var words: [String] { get }
}

/// A word of an open list: known words are documented, another short text is kept as given and noticed.
public struct ExtensibleCode<List: ExtensibleValueSet>: TextValue {
  public static var longest: Int { 80 }
  public let text: String
  public static var kind: Kind { .choice(List.words, closed: false) }
  public static var isOpen: Bool { true }
  public var novelty: Fault? {
    text == "not_reported" || List.words.contains(text) ? nil : Fault.newWord(text, among: List.words)
  }

  public init(parsing text: String) throws(Fault) {
    let plain = try String(parsing: text)
    guard plain.utf8.count <= Self.longest, !plain.utf8.contains(10) else {
      throw Fault(
        "\(text.quoted) is too long for this field", mend: "write a word or two, for example \(List.words[0])")
    }
    self.text = plain
  }
}

extension Fault {
  /// A word that is not of its closed list: names the nearest ones, and the list when it is short.
  public static func unknownWord(_ text: String, among words: [String]) -> Fault {
    if ["nr", "na", "nt", "n/a", "unknown"].contains(text.lowercased()) {
      return Fault(
        "\(text.quoted) is no value of this field",
        mend: "write not_reported, or leave the field out; expected one of \(words.joined(separator: ", "))")
    }
    let near = Nearest.words(to: text, among: words)
    let list = words.count > 14 ? "" : " (one of \(words.joined(separator: ", ")))"
    return near.isEmpty
      ? Fault("\(text.quoted) is not known here", mend: "expected one of \(words.joined(separator: ", "))")
      : Fault("\(text.quoted) is not known here", mend: "did you mean \(near.joined(separator: " or "))?\(list)")
  }

  /// A word that an open list does not have yet.
  static func newWord(_ text: String, among words: [String]) -> Fault {
    let near = Nearest.words(to: text, among: words)
    return Fault(
      "\(text.quoted) is new in this field and kept as it is",
      mend: near.isEmpty
        ? "the usual words are \(words.joined(separator: ", "))"
        : "if you meant \(near.joined(separator: " or ")), change it")
  }
}
