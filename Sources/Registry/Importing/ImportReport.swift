public import ClinicalModel

/// What an import came to: every row of every file is accounted for.
public struct ImportReport: Sendable {
  public enum Outcome: String, CaseIterable, Sendable { case created, updated, unchanged, skipped, refused }

  /// What became of one case.
  public struct Entry: Sendable {
    public let caseID: String
    public let outcome: Outcome
    /// Field by field, where it was asked for.
    public internal(set) var changes: [CaseDifference.Change] = []
  }

  /// What became of the rows of one file; of a case file a row is a case.
  public struct File: Sendable {
    public let path: String
    public internal(set) var rows = 0
    /// Rows in which nothing stands.
    public internal(set) var blank = 0
    /// Whether it was read to its end.
    public internal(set) var isWhole = true
    public internal(set) var outcomes: [Outcome: Int] = [:]
  }

  /// So many cases are told one by one; the counts are of all.
  public static let mostEntries = 10_000

  public internal(set) var isDryRun = false
  /// Whether what is right was stored; nothing was otherwise.
  public internal(set) var isStored = true
  public internal(set) var entries: [Entry] = []
  public internal(set) var files: [File] = []
  /// What kept cases or files out.
  public internal(set) var problems = Problems()
  private var counts: [Outcome: Int] = [:]

  /// What is worth a look, and kept nothing out.
  public var notices: [Problem] { problems.notices }
  /// How many cases were read.
  public var cases: Int { counts.values.reduce(0, +) }

  /// How many cases came to this.
  public func count(_ outcome: Outcome) -> Int { counts[outcome] ?? 0 }

  mutating func add(_ entry: Entry) {
    counts[entry.outcome, default: 0] += 1
    if entries.count < Self.mostEntries { entries.append(entry) }
  }
}
