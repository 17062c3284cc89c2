package import ClinicalModel

extension Scalar {
  /// The value as JSON writes it.
  package var json: String {
    switch self {
    case .null: "null"
    case .integer, .real: written ?? "null"
    case .text(let text): text.json
    }
  }

  package func appendJSON(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .integer, .real: bytes.append(contentsOf: (written ?? "null").utf8)
    case .text(let text): text.appendJSON(to: &bytes)
    }
  }
}

extension String {
  /// The text in double quotes, escaped where JSON demands it.
  package var json: String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package func appendJSON(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if utf8.allSatisfy({ $0 >= 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      bytes.append(contentsOf: utf8)
    } else {
      for scalar in unicodeScalars { bytes.append(contentsOf: scalar.json.utf8) }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Unicode.Scalar {
  fileprivate var json: String {
    switch self {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case _ where value < 32 || value == 127 || value == 0x2028 || value == 0x2029:
      let hex = String(value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: return String(self)
    }
  }
}
