import ClinicalModel
import Yams

/// Writes nodes as YAML that other programs read with the same types: what only looks like a number is quoted.
package enum YAMLWriter {
  package static func text(of nodes: [DocumentNode]) throws -> String {
    try Yams.serialize(nodes: nodes.map(convert), width: -1, allowUnicode: true, explicitStart: nodes.count > 1)
  }

  private static func convert(_ node: DocumentNode) -> Node {
    switch node.content {
    case .null: Node("null", Tag(.null), .plain)
    case .scalar(.text(let text)): Node(text, Tag(.str), style(of: text))
    case .scalar(let scalar): Node(scalar.written ?? "null", Tag(.str), .plain)
    case .truth(let word): Node(word, Tag(.bool), .plain)
    case .list(let items):
      Node(items.map(convert), Tag(.seq), items.allSatisfy(\.isText) ? .flow : .block)
    case .map(let entries):
      Node(entries.map { (Node($0.key, Tag(.str), .plain), convert($0.node)) }, Tag(.map), .block)
    }
  }

  private static func style(of text: String) -> Node.Scalar.Style {
    if text.contains("\n") { return .doubleQuoted }
    return looksTyped(text) ? .doubleQuoted : .plain
  }

  /// Text that some YAML reader would take for a number, a truth value or nothing. Dates stay plain.
  private static func looksTyped(_ text: String) -> Bool {
    if ["y", "n", "yes", "no", "true", "false", "on", "off", "null", "~", ".inf", ".nan"].contains(text.lowercased()) {
      return true
    }
    let numeric = text.utf8.allSatisfy { $0.isHexDigit || "_.+-:xXoO".utf8.contains($0) }
    let date =
      text.utf8.count >= 7 && text.utf8.filter { $0 == UInt8(ascii: "-") }.count >= 1
      && text.utf8.prefix(4).allSatisfy(\.isDigit)
    return numeric && !date && text.utf8.first.map { $0.isDigit || "+-.".utf8.contains($0) } == true
  }
}

extension DocumentNode {
  fileprivate var isText: Bool {
    if case .scalar = content { true } else { false }
  }
}
