public import ClinicalModel

extension CaseQuery {
  /// The question as a saved cohort keeps it: a criterion a line as the command line spells it, an empty line between
  /// questions that hold beside each other.
  public var definition: String { parts.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n") }

  /// The question in one line, to be typed again; questions beside each other are separated by `and`.
  public var commandLine: String {
    parts.map { $0.lines.map(Self.quoted).joined(separator: " ") }.joined(separator: " and ")
  }

  private var lines: [String] {
    byKey.flatMap(\.criteria).map { "\(Self.mark)\($0.key.rawValue) \($0.value.text)" }
      + excluded.map { "\(Self.mark)not \($0.text)" } + (possibly ? [Self.overlapping] : [])
  }

  /// What begins a line, and the line that says that overlap counts.
  static let mark = "--"
  static let overlapping = mark + "possibly"

  private static func quoted(_ line: String) -> String {
    guard let space = line.firstIndex(of: " ") else { return line }
    let value = line[line.index(after: space)...]
    let isPlain = value.utf8.allSatisfy { $0.isLetterOrDigit || "=.:,-_/+".utf8.contains($0) }
    return isPlain ? line : "\(line[...space])'\(value.replacing("'", with: "'\\''"))'"
  }

  /// Reads a ``definition``.
  public init(definition: String) throws(Fault) {
    self.init()
    for line in definition.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        self = CaseQuery(within: parts)
      } else if line == Self.overlapping {
        possibly = true
      } else {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        let name = String(words[0].dropFirst(2))
        guard words.count == 2, words[0].hasPrefix(Self.mark) else {
          throw Fault("\(String(line).quoted) is no criterion")
        }
        if name == "not" {
          excluded.append(try CaseCriterion(excluded: words[1]))
        } else {
          criteria.append(try CaseCriterion(parsing: "\(name)=\(words[1])"))
        }
      }
    }
  }
}
