import ClinicalModel
import Storage

/// What became of a case since it was first stored, or of the registry as a whole.
public struct CaseHistory: Sendable {
  /// One revision.
  struct Entry: Sendable {
    let seq: Int64
    let time: String
    let actor: String
    let action: String
    let reason: String?
    let difference: CaseDifference

    init(_ revision: Revision, _ difference: CaseDifference) {
      seq = revision.seq
      time = revision.time
      actor = revision.actor
      action = revision.action
      reason = revision.reason
      self.difference = difference
    }
  }

  let entries: [Entry]

  /// A row a changed field.
  public var listing: ResultTable { listing { $0.difference.changes } }

  /// A row a changed field, but a case that came in whole is one row, and a row's place in its list is left out.
  public var summary: ResultTable {
    listing { entry in
      let changes = entry.difference.changes
      guard entry.action == "create" || entry.action == "adopt" else {
        let told = changes.filter { !$0.path.hasSuffix("/position") }
        return told.isEmpty ? changes : told
      }
      return [CaseDifference.Change(path: "cases", old: .null, new: .text("\(changes.count) values"))]
    }
  }

  private func listing(_ changes: (Entry) -> [CaseDifference.Change]) -> ResultTable {
    ResultTable(
      columns: Self.columns,
      rows: entries.flatMap { entry in
        let own: [Scalar] = [
          .integer(entry.seq), .text(entry.time), .text(entry.actor), .text(entry.action),
          entry.reason.map(Scalar.text) ?? .null,
        ]
        return changes(entry).map { own + [.text($0.path), $0.old, $0.new] }
      })
  }

  private static let columns: [Column] = [
    Column("seq", "Revision", kind: .integer, privacy: .safe, meaning: "Number of the revision."),
    Column("at", "When", kind: .text, privacy: .safe, meaning: "UTC, by the clock of that machine."),
    Column("actor", "Who", kind: .text, privacy: .quasi, meaning: "Who changed it."),
    Column("action", "Action", kind: .text, privacy: .safe, meaning: "What was done."),
    Column("reason", "Why", kind: .text, privacy: .quasi, meaning: "The reason given."),
    Column("path", "Field", kind: .text, privacy: .safe, meaning: "The field, as table/row/field."),
    Column("old", "Before", kind: .text, privacy: .quasi, meaning: "What it said before."),
    Column("new", "After", kind: .text, privacy: .quasi, meaning: "What it says since."),
  ]
}

extension CaseRegistry {
  /// - Throws: ``RegistryError/noInput(_:)`` with the nearest known ids when there never was such a case.
  public func history(of id: String) throws -> CaseHistory {
    try RegistryError.wrapping {
      try database.read { session in
        var revisions: [Revision] = []
        try session.revisions(of: id) { revisions.append($0) }
        if revisions.isEmpty { throw try Self.noCase(id, session) }
        return CaseHistory(
          entries: try revisions.map { CaseHistory.Entry($0, try $0.difference) })
      }
    }
  }

  /// What was done with the registry as a whole: the cohorts that left it with what identifies.
  public func history() throws -> CaseHistory {
    try RegistryError.wrapping {
      try database.read { session in
        var entries: [CaseHistory.Entry] = []
        try session.revisionsOfNoCase { revision in
          let told = CaseDifference.Change(path: "registry", old: .null, new: .text(revision.payload ?? ""))
          entries.append(CaseHistory.Entry(revision, CaseDifference([told])))
        }
        return CaseHistory(entries: entries)
      }
    }
  }

  /// Why a case was not found, with the nearest known ids.
  static func noCase(_ id: String, _ session: ReadSession) throws -> RegistryError {
    let ids = try session.caseIDs()
    return .noInput(
      Fault(
        "there is no case \(id.quoted)",
        mend: ids.isEmpty
          ? "the registry is empty; \(action: .run(.import())) brings cases in"
          : Suggestion.sentence(for: id, among: ids)))
  }
}
