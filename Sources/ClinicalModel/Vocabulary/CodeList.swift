/// One entry of a code list.
public struct CodeEntry: Hashable, Sendable {
  public let code: String
  /// Our own short wording.
  public let label: String
  public let synonyms: [String]
  /// The code of a published system for it (`HGNC:427`, `LOINC 89247-1`); empty where the code is that.
  public let standard: String
  /// The usual unit of a measure, in UCUM; empty for everything else.
  public let unit: String

  public init(code: String, label: String, synonyms: [String] = [], standard: String = "", unit: String = "") {
    self.code = code
    self.label = label
    self.synonyms = synonyms
    self.standard = standard
    self.unit = unit
  }
}

/// A list of codes with labels and synonyms, scanned from the seed's text when it is first asked.
public struct CodeList: Sendable {
  public let entries: [CodeEntry]
  private let positions: [String: Int]

  /// - Parameters:
  ///   - text: lines of code, label, synonyms, standard and unit, separated by tabs; synonyms by `|`. The last two can be
  ///     missing.
  ///   - labelsAreNames: false where the label is a class, which names no entry.
  public init(_ text: String, labelsAreNames: Bool = true) {
    var entries: [CodeEntry] = []
    var positions: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let entry = CodeEntry(
        code: cells[0], label: cells[1], synonyms: cells[2].split(separator: "|").map(String.init),
        standard: cells.count > 3 ? cells[3] : "", unit: cells.count > 4 ? cells[4] : "")
      for name in [entry.code] + (labelsAreNames ? [entry.label] : []) + entry.synonyms
      where !name.isEmpty && positions[Self.key(name)] == nil {
        positions[Self.key(name)] = entries.count
      }
      entries.append(entry)
    }
    self.entries = entries
    self.positions = positions
  }

  /// The entry with this code, label or synonym, in any letter case, with spaces or underscores.
  public func entry(_ name: String) -> CodeEntry? { positions[Self.key(name)].map { entries[$0] } }

  /// "did you mean …?", or nil when nothing is near.
  package func suggestion(for text: String, also words: [String] = []) -> Message? {
    let near = Nearest.words(to: Self.key(text), among: positions.keys.sorted() + words)
    guard !near.isEmpty else { return nil }
    let spelt = near.map { name in
      positions[name].map { position in
        let entry = entries[position]
        return Self.key(entry.code) == name ? "\(entry.code) (\(entry.label))" : "\(name) (\(entry.code))"
      } ?? name
    }
    return "did you mean \(spelt.joined(separator: " or "))?"
  }

  private static func key(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
        case UInt8(ascii: "_"): UInt8(ascii: " ")
        default: byte
        }
      }, as: UTF8.self)
  }
}
