public import ClinicalModel

/// One thing that a cohort is asked by: a key and the value that is asked for.
public struct CaseCriterion: Hashable, Sendable {
  public let key: Key
  public let value: CriterionValue

  /// Reads a criterion as the command line spells it.
  ///
  /// - Throws: a ``Fault`` that says what was expected, with an example.
  public init(_ key: Key, _ text: String) throws(Fault) {
    self.key = key
    if key != .text, text.contains(where: \.isNewline) {
      throw Fault("\(text.quoted) has a line break", mend: "write it on one line")
    }
    value = try key.declaration.read(text)
  }

  /// Reads a key with its value: `sex=male`.
  public init(parsing text: String) throws(Fault) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let key = Key(rawValue: parts[0]) else {
      throw Fault(
        "\(parts[0].quoted) is no criterion",
        mend: Suggestion.sentence(for: parts[0], among: Key.allCases.map(\.rawValue)))
    }
    guard parts.count == 2 else {
      throw Fault("\(text.quoted) has no value", mend: "write KEY=VALUE, for example sex=male")
    }
    try self.init(key, parts[1])
  }

  /// Reads what is to be excluded.
  public init(excluded text: String) throws(Fault) {
    try self.init(parsing: text)
    guard key != .during, key != .after else {
      throw Fault(
        "\(key.rawValue) only says when something else was, and cannot be excluded alone",
        mend: "exclude what was then, for example response=PD")
    }
  }

  /// The criterion as `--not` and a saved cohort spell it: `driver-gene=ALK`.
  public var text: String { "\(key.rawValue)=\(value.text)" }
}
