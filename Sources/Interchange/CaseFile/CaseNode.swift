package import ClinicalModel

/// A case file as its format reads and writes it: maps, lists and scalars with the line they stand on.
///
/// The formats meet here and nowhere else.
package struct CaseNode: Sendable {
  package enum Content: Sendable {
    case null
    case scalar(Scalar)
    /// `true` or `false`, which JSON writes without quotes.
    case truth(String)
    case list([CaseNode])
    case map([Entry])
  }

  package struct Entry: Sendable {
    package let key: String
    package let line: Int?
    package let node: CaseNode

    package init(_ key: String, line: Int? = nil, _ node: CaseNode) {
      self.key = key
      self.line = line
      self.node = node
    }
  }

  /// Counted from 1; nil for a node that comes from no file.
  package let line: Int?
  package let content: Content

  package init(_ content: Content, line: Int? = nil) {
    self.content = content
    self.line = line
  }

  /// The single value under a key of a map; nil when there is none.
  package subscript(key: String) -> Scalar? {
    if case .map(let entries) = content { entries.first { $0.key == key }?.node.single } else { nil }
  }

  /// What it is, for an error message.
  var kind: String {
    switch content {
    case .null: "nothing"
    case .scalar, .truth: "a single value"
    case .list: "a list"
    case .map: "a set of fields"
    }
  }

  /// The single value; nil for a list or a map.
  var single: Scalar? {
    switch content {
    case .null: .null
    case .scalar(let scalar): scalar
    case .truth(let word): .text(word)
    case .list, .map: nil
    }
  }
}
