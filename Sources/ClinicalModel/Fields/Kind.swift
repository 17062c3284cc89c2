/// What a field holds, for readers, storage, dictionary and entry.
public enum Kind: Hashable, Sendable {
  case integer
  case real
  /// `true` or `false`, written so everywhere.
  case boolean
  case text
  /// A partial date (see ``PartialDate``).
  case date
  /// One word of a list. A closed list can never grow; of an open one other short texts are kept.
  case choice([String], closed: Bool)
  /// A code of a published system, with one example.
  case code(String, example: String)
  /// The id of a row of that table in the same case.
  case reference(to: String)

  /// The type's word in the data dictionary.
  public var name: String {
    switch self {
    case .integer: "integer"
    case .real: "number"
    case .boolean: "boolean"
    case .text: "text"
    case .date: "partial date"
    case .choice(_, closed: true): "choice"
    case .choice(_, closed: false): "open choice"
    case .code: "code"
    case .reference: "reference"
    }
  }

  /// A value of this kind as one writes it.
  var example: String {
    switch self {
    case .integer, .real: "1"
    case .boolean: "true"
    case .text: "in words"
    case .date: "2020-03"
    case .choice(let words, _): words.first ?? ""
    case .code(_, let example): example
    case .reference: ""
    }
  }

  /// The words of a list; empty for every other kind.
  public var words: [String] {
    switch self {
    case .choice(let words, _): words
    case .boolean: ["true", "false"]
    case .integer, .real, .text, .date, .code, .reference: []
    }
  }
}
