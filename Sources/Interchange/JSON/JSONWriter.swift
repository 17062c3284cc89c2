import ClinicalModel

/// Writes JSON text: keys in their given order, numbers as they are, no space that says nothing.
package enum JSONWriter {
  /// A node over several lines, two spaces a level; a map without lists or maps inside stands on one line.
  package static func pretty(_ node: CaseNode, indent: String = "") -> String {
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
  package static func compact(_ node: CaseNode) -> String {
    switch node.content {
    case .null: "null"
    case .scalar(let scalar): scalar.json
    case .truth(let word): word
    case .list(let items): "[\(items.map(compact).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key.json): \(compact($0.node))" }.joined(separator: ", "))}"
    }
  }
}

extension CaseNode {
  fileprivate var isScalar: Bool {
    switch content {
    case .null, .scalar, .truth: true
    case .list, .map: false
    }
  }
}
