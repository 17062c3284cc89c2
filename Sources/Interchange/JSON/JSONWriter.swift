public import ClinicalModel

/// Writes JSON text: keys in their given order, numbers as they are, no space that says nothing.
public enum JSONWriter {
  /// One scalar.
  public static func text(_ scalar: Scalar) -> String {
    switch scalar {
    case .null: "null"
    case .integer, .real: scalar.written ?? "null"
    case .text(let text): quoted(text)
    }
  }

  /// A node over several lines, two spaces a level; a map without lists or maps inside stands on one line.
  package static func pretty(_ node: CaseNode, indent: String = "") -> String {
    switch node.content {
    case .null: return "null"
    case .scalar(let scalar): return text(scalar)
    case .truth(let word): return word
    case .list(let items):
      if items.allSatisfy(\.isScalar) { return compact(node) }
      let lines = items.map { indent + "  " + pretty($0, indent: indent + "  ") }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .map(let entries):
      if !indent.isEmpty, entries.allSatisfy(\.node.isScalar) { return compact(node) }
      let lines = entries.map { "\(indent)  \(quoted($0.key)): \(pretty($0.node, indent: indent + "  "))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// A node on one line.
  package static func compact(_ node: CaseNode) -> String {
    switch node.content {
    case .null: "null"
    case .scalar(let scalar): text(scalar)
    case .truth(let word): word
    case .list(let items): "[\(items.map(compact).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\(quoted($0.key)): \(compact($0.node))" }.joined(separator: ", "))}"
    }
  }

  /// A text in double quotes, escaped where JSON demands it.
  public static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
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
