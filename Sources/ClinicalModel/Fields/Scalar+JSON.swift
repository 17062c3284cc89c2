extension Scalar {
  /// The value as JSON writes it.
  public var json: String {
    switch self {
    case .null: "null"
    case .integer, .real: written ?? "null"
    case .text(let text): text.json
    }
  }
}

extension String {
  /// The text in double quotes, escaped where JSON demands it.
  public var json: String {
    var out = "\""
    for scalar in unicodeScalars {
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
