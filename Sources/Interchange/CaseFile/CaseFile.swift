package import ClinicalModel

/// The file formats that hold a case without loss.
package enum CaseFile: String, CaseIterable, Sendable {
  case yaml, json, ndjson

  /// The format that a file's ending promises; nil when it promises none of these.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].dropFirst().lowercased() {
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case _: return nil
    }
  }

  /// Hands over the cases of a file one by one, each with its problems.
  ///
  /// - Throws: a problem where the file as a whole cannot be read.
  package func read(_ bytes: [UInt8], each: (Case, Problems) throws -> Void) throws {
    switch self {
    case .yaml:
      for document in try YAMLReader.read(bytes) { try hand(document, each) }
    case .json:
      try hand(try JSONReader.read(bytes), each)
    case .ndjson:
      var number = 0
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        number += 1
        if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        try hand(try JSONReader.read(Array(line), firstLine: number), each)
      }
    }
  }

  /// The text of one case, with a line break at its end.
  package func text(of subject: Case) throws -> String { try text(of: subject.plain) }

  /// The same, of a case without types.
  package func text(of row: PlainRow) throws -> String {
    let node = CaseFileWriter.node(of: row)
    return switch self {
    case .yaml: try YAMLWriter.text(of: [node])
    case .json: JSONWriter.pretty(node) + "\n"
    case .ndjson: JSONWriter.compact(node) + "\n"
    }
  }

  private func hand(_ node: CaseNode, _ each: (Case, Problems) throws -> Void) throws {
    let cases: [CaseNode] = if case .list(let items) = node.content { items } else { [node] }
    for node in cases {
      let (subject, problems) = CaseFileReader.read(node)
      try each(subject, problems)
    }
  }
}
