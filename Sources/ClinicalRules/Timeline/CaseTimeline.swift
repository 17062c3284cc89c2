public import ClinicalModel

/// The dates of a case: which days each can be, and how far apart two of them are.
///
/// A date that hangs on an event keeps what its source said: the distance between the two is exactly that distance,
/// however little is known of the event.
public struct CaseTimeline: Sendable {
  /// One date of one row.
  public struct Entry: Sendable {
    public let table: String
    /// The row's part of a path (`E1`).
    public let row: String
    public let field: String
    /// False for the date of an event that other dates hang on and that nobody tells.
    public let isTold: Bool
    /// The days that it can be; nil when the event that it hangs on has no date.
    public internal(set) var window: DayWindow?
    /// The events that it hangs on, itself first, each with the days from there to here.
    var origins: [Origin] = []
  }

  struct Origin: Sendable {
    let entry: Int
    let days: ClosedRange<Int>
  }

  public private(set) var entries: [Entry] = []

  /// - Parameter rows: all rows of the case.
  public init(_ rows: [FlatRow]) {
    var problems = Problems()
    self.init(rows, &problems)
  }

  /// - Parameter problems: learns of dates that hang on nothing, on one of several rows, or on themselves.
  init(_ rows: [FlatRow], _ problems: inout Problems) {
    var resolver = DateResolver(rows)
    resolver.resolve(&problems)
    entries = resolver.entries
  }

  /// A date of a row; nil when the row does not tell it and nothing hangs on it.
  func date<Row: TypedRow>(_ field: String, of row: Row?) -> Entry? {
    guard let row else { return nil }
    let schema = Row.table.schema
    guard let column = schema.index(of: field), schema.dates.contains(column) else {
      preconditionFailure("\(schema.name) declares no date \(field)")
    }
    return entry(of: field, row: row.id, in: schema.name)
  }

  /// A date of a row by its names; a case has so few that they are looked through.
  func entry(of field: String, row: String, in table: String) -> Entry? {
    entries.first { $0.row == row && $0.field == field && $0.table == table }
  }

  /// The days that a date of a row can be; nil when it is not told or hangs on nothing that is.
  ///
  /// - Parameter row: the row's part of a path (`E1`); of the case itself its id.
  public func window(of field: String, row: String, in table: String) -> DayWindow? {
    entry(of: field, row: row, in: table)?.window
  }

  /// The days from one date to another, negative when the second comes first; nil when nothing ties the two together.
  static func days(from first: Entry, to second: Entry) -> ClosedRange<Int>? {
    for origin in first.origins {
      guard let common = second.origins.first(where: { $0.entry == origin.entry }) else { continue }
      return common.days.lowerBound - origin.days.upperBound...common.days.upperBound - origin.days.lowerBound
    }
    guard let a = first.window, let b = second.window, a.axis == b.axis else { return nil }
    return b.days.lowerBound - a.days.upperBound...b.days.upperBound - a.days.lowerBound
  }
}
