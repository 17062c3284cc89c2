extension Scalar {
  /// The value as JSON writes it.
  public var json: String {
    var text = ""
    appendJSON(to: &text)
    return text
  }

  func appendJSON(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .integer, .real: text += written ?? "null"
    case .text(let own): own.appendJSON(to: &text)
    }
  }
}

extension String {
  /// The text in double quotes, escaped where JSON demands it.
  public var json: String {
    var text = ""
    appendJSON(to: &text)
    return text
  }

  func appendJSON(to text: inout String) {
    text += "\""
    if utf8.allSatisfy({ $0 >= 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += self
    } else {
      for scalar in unicodeScalars { scalar.appendJSON(to: &text) }
    }
    text += "\""
  }
}

extension Unicode.Scalar {
  fileprivate func appendJSON(to text: inout String) {
    switch self {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case _ where value < 32 || value == 127 || value == 0x2028 || value == 0x2029:
      let hex = String(value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: text.unicodeScalars.append(self)
    }
  }
}
