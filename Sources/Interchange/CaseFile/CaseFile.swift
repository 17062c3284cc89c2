package import ClinicalModel
import ClinicalRules
package import Syntax

/// The file formats that hold a case without loss.
package enum CaseFile: String, CaseIterable, Sendable {
  case yaml, json, ndjson

  /// The bytes of a file that is in memory as a whole, at most.
  private var most: Int { self == .yaml ? 16 << 20 : 64 << 20 }

  /// Hands over the cases of a file one by one, each with its problems.
  ///
  /// - Throws: a problem where the file as a whole cannot be read.
  package func read(_ source: ByteSource, each: (IncomingCase) throws -> Void) throws {
    switch self {
    case .yaml:
      for document in try YAMLReader.read(try whole(source)) {
        guard case .list(let items) = document.content else {
          try each(CaseFileReader.read(document))
          continue
        }
        for item in items { try each(CaseFileReader.read(item)) }
      }
    case .json:
      try JSONReader.readItems(try whole(source)) { try each(CaseFileReader.read($0)) }
    case .ndjson:
      var lines = LineReader(source)
      while let line = try lines.next() {
        if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
        try JSONReader.readItems(line, firstLine: lines.number) { try each(CaseFileReader.read($0)) }
      }
    }
  }

  /// The cases of a file that is in memory, judged.
  package func read(_ bytes: [UInt8], each: (Case, Problems) throws -> Void) throws {
    try read(ByteSource(bytes)) { incoming in
      guard case .whole(let row) = incoming.content else { return }
      var problems = incoming.problems
      try each(CaseSnapshot.read(row, &problems).subject, problems)
    }
  }

  private func whole(_ source: ByteSource) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try source.next()
      if piece.isEmpty { return bytes }
      bytes += piece
      if bytes.count > most {
        throw Problem(
          Fault(
            "the file is larger than \(most >> 20) MiB", mend: "put each case on a line of its own and call it .ndjson")
        )
      }
    }
  }

  /// The text of one case, with a line break at its end.
  package func text(of subject: Case) throws -> String { try text(of: subject.plain) }

  /// The text of a case without types.
  package func text(of row: UntypedRow) throws -> String {
    let node = CaseFileWriter.node(of: row)
    return switch self {
    case .yaml: try YAMLWriter.text(of: [node])
    case .json: JSONWriter.pretty(node) + "\n"
    case .ndjson: JSONWriter.compact(node) + "\n"
    }
  }
}
