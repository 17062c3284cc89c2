/// A case as the checks read it: read once, for all of them.
struct CheckReading: Sendable {
  let subject: Case
  let facts: CaseReading
  let context: CheckContext
  var timeline: CaseTimeline { facts.timeline }

  init(_ subject: Case, _ context: CheckContext) {
    self.subject = subject
    self.context = context
    facts = CaseReading(subject, CaseTimeline(of: subject))
  }

  /// The path of a field of a row: `lesions/L1/muscle`.
  func at<Row: TypedRow>(_ row: Row, _ field: String) -> String {
    let schema = Row.table.schema
    return schema.path(row: row.id, column: field)
  }

  /// A date of a row, when it is told.
  func date<Row: TypedRow>(_ field: String, _ row: Row?) -> TimedCell? {
    guard let row, let entry = timeline.date(field, of: row), entry.isTold else { return nil }
    let schema = Row.table.schema
    guard let column = schema.index(of: field), let text = Row.table.getters[column](row).written else { return nil }
    let owner = schema.identity == .wholeCase ? "" : " of \(row.id)"
    return TimedCell(
      name: "\(schema.columns[column].label)\(owner)", text: text, path: at(row, field), entry: entry)
  }

  /// Whether an annotation says why a field, or a field of that row, is absent.
  func isExplained(_ path: String) -> Bool {
    subject.annotations.contains { $0.kind == .absent && $0.about?.text == path }
  }
}

/// What a check may know besides the case.
public struct CheckContext: Sendable {
  /// Today, as days since 1970-01-01; nil where no clock is at hand.
  public var today: Int?
  /// Other cases whose ids differ in letter case alone.
  public var sameIDs: [String] = []
  /// Other cases that may be the same patient, undecided.
  public var openLinks: [String] = []

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
  let name: String
  let text: String
  let path: String
  let entry: CaseTimeline.Entry

  /// `Start of T1 (2020-03)`.
  var told: String { "\(name) (\(text))" }

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
    mend: String = "check both dates in the source"
  ) {
    guard let first, let second else { return }
    guard let days = first.days(to: second) else { return cannot("the dates cannot be compared") }
    expect(
      days.upperBound >= -slack, severity, "\(first.told) is after \(second.told)", mend: mend,
      [first.path, second.path])
  }
}
