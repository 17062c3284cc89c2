import ClinicalModel

/// Writes JSON text: keys in their given order, numbers as they are.
package enum JSONWriter {
  /// A node over several lines, two spaces a level; a map without lists or maps inside stands on one line.
  package static func pretty(_ node: DocumentNode, indent: String = "") -> String {
    switch node.content {
    case .null: return "null"
    case .scalar(let scalar): return scalar.json
    case .truth(let word): return word
    case .list(let items):
      if items.allSatisfy(\.isScalar) { return compact(node) }
      let lines = items.map { indent + "  " + pretty($0, indent: indent + "  ") }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .map(let entries):
      if !indent.isEmpty, entries.allSatisfy(\.node.isScalar) { return compact(node) }
      let lines = entries.map { "\(indent)  \($0.key.json): \(pretty($0.node, indent: indent + "  "))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// A node on one line.
  package static func compact(_ node: DocumentNode) -> String { line(node, space: " ") }

  /// A node on one line, without a space between its parts.
  package static func dense(_ node: DocumentNode) -> String { line(node, space: "") }

  private static func line(_ node: DocumentNode, space: String) -> String {
    switch node.content {
    case .null: return "null"
    case .scalar(let scalar): return scalar.json
    case .truth(let word): return word
    case .list(let items): return "[\(items.map { line($0, space: space) }.joined(separator: ",\(space)"))]"
    case .map(let entries):
      let members = entries.map { "\($0.key.json):\(space)\(line($0.node, space: space))" }
      return "{\(members.joined(separator: ",\(space)"))}"
    }
  }
}

extension DocumentNode {
  fileprivate var isScalar: Bool {
    switch content {
    case .null, .scalar, .truth: true
    case .list, .map: false
    }
  }
}
