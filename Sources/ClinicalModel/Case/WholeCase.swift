/// A case with its rows and its dates, made once for all who read them: the checks, the facts, the storage, the history.
public struct WholeCase: Sendable {
  public let subject: Case
  public let plain: PlainRow
  /// All rows, in the order of the tables.
  public let rows: [KeptRow]
  public let timeline: CaseTimeline

  public init(_ subject: Case) {
    self.subject = subject
    plain = subject.plain
    rows = plain.kept(of: Case.table.schema)
    timeline = CaseTimeline(rows)
  }

  /// The same after a change; what nothing has changed in is not made again.
  public func with(_ changed: Case) -> WholeCase { changed == subject ? self : WholeCase(changed) }
}
