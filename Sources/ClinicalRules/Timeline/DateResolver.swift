import ClinicalModel

/// Finds the days of every date of a case by following what it hangs on.
struct DateResolver {
  private(set) var entries: [CaseTimeline.Entry] = []
  /// What each says; nil for the date of an event that nobody tells.
  private var dates: [PartialDate?] = []
  /// Where each date stands, for a problem.
  private var places: [(row: FlatRow, column: Int)] = []
  private var states: [State] = []
  private let rows: [FlatRow]

  private enum State { case waiting, open, done }

  init(_ rows: [FlatRow]) {
    self.rows = rows
    for row in rows {
      for column in row.schema.dates {
        if let text = row.cells[column].written, let date = Self.read(text) { append(date, row, column) }
      }
    }
  }

  private mutating func append(_ date: PartialDate?, _ row: FlatRow, _ column: Int) {
    let field = row.schema.columns[column].name
    entries.append(
      CaseTimeline.Entry(table: row.schema.name, row: row.key, field: field, isTold: date != nil))
    dates.append(date)
    places.append((row, column))
    states.append(.waiting)
  }

  /// A text that is no date was told as a problem where it was read.
  private static func read(_ text: String) -> PartialDate? {
    do { return try PartialDate(parsing: text) } catch { return nil }
  }

  mutating func resolve(_ problems: inout Problems) {
    for index in entries.indices { resolve(index, &problems) }
  }

  private mutating func resolve(_ index: Int, _ problems: inout Problems) {
    guard case .waiting = states[index] else { return }
    states[index] = .open
    defer { states[index] = .done }
    entries[index].origins = [CaseTimeline.Origin(entry: index, days: 0...0)]
    switch dates[index]?.form {
    case nil: return
    case .window(let window): entries[index].window = window
    case .relative(let anchor, let offset):
      do throws(Fault) {
        let event = try find(anchor, of: index)
        if case .open = states[event] { throw circle(index, event) }
        resolve(event, &problems)
        hang(index, on: event, by: offset?.days ?? 0...0)
      } catch {
        let (row, column) = places[index]
        let line = row.lines.isEmpty ? nil : row.lines[column + 1]
        problems.add(Problem(line: line, path: row.path(of: entries[index].field), error))
      }
    }
  }

  private mutating func hang(_ index: Int, on event: Int, by days: ClosedRange<Int>) {
    entries[index].origins += entries[event].origins.map { origin in
      CaseTimeline.Origin(entry: origin.entry, days: origin.days.plus(days))
    }
    entries[index].window = entries[event].window.map { DayWindow(axis: $0.axis, days: $0.days.plus(days)) }
  }

  /// The date that an anchor means; one that nobody tells is an event all the same.
  private mutating func find(_ anchor: DateAnchor, of index: Int) throws(Fault) -> Int {
    let written = dates[index]?.text ?? ""
    let numbered = rows.filter { row in if case .numbered = row.schema.identity { true } else { false } }
    let rows = numbered.filter { $0.key == anchor.row }
    guard let row = rows.first, !row.schema.dates.isEmpty || rows.count > 1 else {
      let dated = Set(numbered.filter { !$0.schema.dates.isEmpty }.map(\.key))
      let known = dated.sorted { ($0.count, $0) < ($1.count, $1) }
      throw Fault(
        "\(written.quoted) counts from \(anchor.row), and this case has no such row with a date",
        mend: known.isEmpty
          ? "give a date of its own, for example 2019-02" : "rows with a date: \(known.joined(separator: ", "))")
    }
    guard rows.count == 1 else {
      let tables = rows.map(\.schema.name).joined(separator: " and ")
      throw Fault(
        "\(written.quoted) counts from \(anchor.row), which is a row of \(tables)", mend: "give one of them another id")
    }
    let spans = row.schema.index(of: "start_date") != nil
    guard spans == (anchor.part != nil) else {
      throw Fault(
        "\(written.quoted) does not say from which date of \(anchor.row)",
        mend: spans
          ? "write \(anchor.row).start or \(anchor.row).end, for example \(anchor.row).start+10mo"
          : "a \(row.schema.noun) has one date: write \(anchor.row) without .start or .end")
    }
    let field = anchor.part.map { $0 + "_date" } ?? row.schema.columns[row.schema.dates[0]].name
    let known = entries.firstIndex { $0.table == row.schema.name && $0.row == row.key && $0.field == field }
    if let known { return known }
    append(nil, row, row.schema.index(of: field) ?? 0)
    return entries.count - 1
  }

  private func circle(_ index: Int, _ event: Int) -> Fault {
    let (a, b) = (places[index].row.path(of: entries[index].field), places[event].row.path(of: entries[event].field))
    let written = (dates[index]?.text ?? "").quoted
    return Fault(
      a == b
        ? "\(written) counts from itself"
        : "\(written) counts from \(b), which counts from here: a circle",
      mend: "give one of them a date of its own")
  }
}

extension ClosedRange<Int> {
  func plus(_ other: ClosedRange<Int>) -> ClosedRange<Int> {
    lowerBound + other.lowerBound...upperBound + other.upperBound
  }
}
