package import ClinicalModel

/// A text of JSON or YAML: maps, lists and scalars with the line they stand on.
///
/// The two meet here and nowhere else.
package struct DocumentNode: Sendable {
  package enum Content: Sendable {
    case null
    case scalar(Scalar)
    /// `true` or `false`, which JSON writes without quotes.
    case truth(String)
    case list([DocumentNode])
    case map([Entry])
  }

  package struct Entry: Sendable {
    package let key: String
    package let line: Int?
    package let node: DocumentNode

    package init(_ key: String, line: Int? = nil, _ node: DocumentNode) {
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
  package var kind: String {
    switch content {
    case .null: "nothing"
    case .scalar, .truth: "a single value"
    case .list: "a list"
    case .map: "a set of fields"
    }
  }

  /// The single value; nil for a list or a map.
  package var single: Scalar? {
    switch content {
    case .null: .null
    case .scalar(let scalar): scalar
    case .truth(let word): .text(word)
    case .list, .map: nil
    }
  }
}
