import ClinicalModel

/// A case as the checks read it: read once, for all of them.
struct CheckInput: Sendable {
  let subject: Case
  let facts: DerivationInput
  let context: CheckContext
  /// All rows of the case.
  let rows: [FlatRow]
  /// All dates that the case tells.
  let dates: [TimedCell]
  var timeline: CaseTimeline { facts.timeline }

  init(_ snapshot: CaseSnapshot, _ context: CheckContext) {
    subject = snapshot.subject
    self.context = context
    rows = snapshot.rows
    let timeline = snapshot.timeline
    facts = DerivationInput(subject, timeline)
    dates = rows.flatMap { row in
      row.schema.dates.compactMap { column -> TimedCell? in
        guard let text = row.cells[column].written,
          let entry = timeline.entry(of: row.schema.columns[column].name, row: row.key, in: row.schema.name)
        else { return nil }
        return TimedCell(row: row, column: column, text: text, entry: entry)
      }
    }
  }

  /// The path of a field of a row: `lesions/L1/muscle`.
  func at<Row: TypedRow>(_ row: Row, _ field: String) -> String {
    let schema = Row.table.schema
    return schema.path(row: row.id, column: field)
  }

  /// A date of a row, when it is told.
  func date<Row: TypedRow>(_ field: String, _ row: Row?) -> TimedCell? {
    guard let row else { return nil }
    let schema = Row.table.schema
    assert(schema.index(of: field).map(schema.dates.contains) == true, "\(schema.name) declares no date \(field)")
    return dates.first { $0.isOf(field, row.id, in: schema) }
  }

  /// Whether an annotation says why a field, or a field of that row, is absent.
  func isExplained(_ path: String) -> Bool { facts.isExplained(path) }
}

/// What a check may know besides the case.
public struct CheckContext: Sendable {
  /// Today, as days since 1970-01-01; nil where no clock is at hand.
  public var today: Int?
  /// Other cases whose ids differ in letter case alone.
  public var sameIDs: [String] = []
  /// Other cases that may be the same patient, undecided.
  public var openLinks: [String] = []

  /// Whether no other case is like it.
  public var isAlone: Bool { sameIDs.isEmpty && openLinks.isEmpty }

  public init() {}
}

extension PartialDate {
  /// The days by which a distance that a paper rounds down is too short: half a month of "six months".
  var rounding: Int {
    guard case .relative(_, let offset?) = form else { return 0 }
    return offset.unit == .day ? 0 : Int((offset.unit.days / 2).rounded(.up))
  }
}

/// A date of a row in the words of a message.
struct TimedCell {
  private let schema: Schema
  private let column: Int
  private let row: String
  let text: String
  let entry: CaseTimeline.Entry

  init(row: FlatRow, column: Int, text: String, entry: CaseTimeline.Entry) {
    schema = row.schema
    self.column = column
    self.row = row.key
    self.text = text
    self.entry = entry
  }

  fileprivate func isOf(_ field: String, _ row: String, in schema: Schema) -> Bool {
    self.schema === schema && self.row == row && schema.columns[column].name == field
  }

  var path: String { schema.path(row: row, column: schema.columns[column].name) }

  /// `Start of T1 (2020-03)`, `Died (E1+6mo: 2021-09-21 to 2021-10-22)`.
  var told: String {
    let owner = schema.identity == .wholeCase ? "" : " of \(row)"
    let days = text.utf8.first?.isLetter == true ? entry.window.map { ": \($0.text)" } ?? "" : ""
    return "\(schema.columns[column].label)\(owner) (\(text)\(days))"
  }

  /// The days to another date; nil when nothing ties the two together.
  func days(to other: TimedCell) -> ClosedRange<Int>? { CaseTimeline.days(from: entry, to: other.entry) }

  /// Whether it is certainly more than so many days later than another.
  func isCertainlyAfter(_ other: TimedCell, by days: Int = 0) -> Bool {
    other.days(to: self).map { $0.lowerBound > days } == true
  }
}

extension Judgement {
  /// Two dates in their order; only what is certainly out of order fails, and a missing date passes.
  ///
  /// - Parameter slack: so many days the first may be later.
  mutating func order(
    _ first: TimedCell?, notAfter second: TimedCell?, by slack: Int = 0, _ severity: CheckSeverity = .error,
    mend: Message = "check both dates in the source"
  ) {
    guard let first, let second else { return }
    guard let days = first.days(to: second) else { return cannot("the dates cannot be compared") }
    expect(
      days.upperBound >= -slack, severity,
      "\(first.told) is \(slack > 0 ? "more than \(slack) days " : "")after \(second.told)", mend: mend,
      [first.path, second.path])
  }
}
