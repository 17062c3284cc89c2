public import ClinicalModel

/// A case at one moment, with all that follows from it alone: made once, and handed to whoever reads it, which are the
/// checks, the storage and the history. It is handed on and never copied, for a case is wide.
public final class CaseSnapshot: Sendable {
  public let subject: Case
  /// The case without its types.
  public let row: UntypedRow
  /// All rows, in the order of the tables.
  public let rows: [FlatRow]
  private let lazyTimeline: Lazy<CaseTimeline>
  private let lazyFacts: Lazy<[Scalar]>

  public var timeline: CaseTimeline { lazyTimeline.value }
  /// The flat row, in the order of `DerivedVariables.columns`.
  public var facts: [Scalar] { lazyFacts.value }

  public convenience init(_ subject: Case) {
    let row = subject.plain
    self.init(subject, row, row.flattened(of: Case.table.schema))
  }

  /// A case as it is stored.
  ///
  /// - Parameter rows: all its rows just as they are stored.
  package convenience init(_ subject: Case, _ row: UntypedRow, _ rows: [FlatRow]) {
    self.init(subject, row, rows, Lazy { CaseTimeline(rows) })
  }

  private init(_ subject: Case, _ row: UntypedRow, _ rows: [FlatRow], _ timeline: Lazy<CaseTimeline>) {
    self.subject = subject
    self.row = row
    self.rows = rows
    lazyTimeline = timeline
    lazyFacts = Lazy { DerivedVariables.row(of: subject, timeline.value) }
  }

  /// The case after a change; what nothing has changed in is not made again.
  public func with(_ changed: Case) -> CaseSnapshot { changed == subject ? self : CaseSnapshot(changed) }

  /// Reads a whole case from untyped rows: ``Case/read(_:_:)``, and what its dates hang on.
  public static func read(_ told: UntypedRow, _ problems: inout Problems) -> CaseSnapshot {
    let subject = Case.read(told, &problems)
    var row = subject.plain
    row.takeLines(of: told)
    let rows = row.flattened(of: Case.table.schema)
    guard row.hasRelativeDates(Case.table.schema) else { return CaseSnapshot(subject, row, rows) }
    let timeline = CaseTimeline(rows, &problems)
    return CaseSnapshot(subject, row, rows, Lazy { timeline })
  }
}

extension UntypedRow {
  /// Whether a date in it hangs on an event, and so can hang on nothing.
  fileprivate func hasRelativeDates(_ schema: Schema) -> Bool {
    if schema.dates.contains(where: { cells[$0].written?.utf8.first?.isLetter == true }) { return true }
    return zip(schema.children, children).contains { child, rows in rows.contains { $0.hasRelativeDates(child) } }
  }

  /// Stands where the row stands that it was read from.
  fileprivate mutating func takeLines(of told: UntypedRow) {
    lines = told.lines
    for table in children.indices {
      for position in children[table].indices {
        children[table][position].takeLines(of: told.children[table][position])
      }
    }
  }
}
