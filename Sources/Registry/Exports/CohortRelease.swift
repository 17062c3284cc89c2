import ClinicalModel
import Interchange
import Storage

/// The flat rows of a cohort on their way out: which columns leave, and how their cells are told.
struct CohortRelease {
  /// The columns that leave, in order.
  let columns: [Column]
  let profile: ExportProfile
  /// What is read for them: the columns, the reasons for empty cells, the number of reports.
  let needed: [String]
  private let disclosures: [Disclosure]
  /// The place of each column among the facts, and all of them in the order of the facts.
  private let places: [Int]
  private let sorted: [Int]
  private let bandEnds: [Int]
  private let reasonsColumn: Int?
  private var reasons = Reasons()

  /// - Parameter columns: the columns that were asked for.
  init(of columns: [Column], under profile: ExportProfile) {
    let told = columns.map { ($0, CaseFacts.disclosure(of: $0, under: profile)) }.filter { $0.1 != .leftOut }
    self.columns = told.map(\.0)
    disclosures = told.map(\.1)
    bandEnds = told.indices.filter { told[$0].1 == .bandEnd }
    self.profile = profile
    needed = self.columns.map(\.name) + ["absent", "n_sources"]
    places = self.columns.map { column in CaseFacts.columns.firstIndex { $0.name == column.name } ?? 0 }
    sorted = Set(places).sorted()
    reasonsColumn = self.columns.firstIndex { $0.name == "absent" }
  }

  func writeHeader(to writer: inout CSVWriter) {
    for column in columns { writer.plain(column.name) }
    writer.endRow()
  }

  /// Writes a row of ``needed`` as it may be told.
  mutating func write(_ row: RowInPlace, as pseudonym: Pseudonym?, to writer: inout CSVWriter) {
    reasons.read(row.textInPlace(columns.count) ?? UnsafeBufferPointer(start: nil, count: 0))
    let topCoded = bandEnds.filter { row.cell($0) != .null && released($0, row, pseudonym) == .null }
    for index in columns.indices {
      if index == reasonsColumn, profile != .full {
        reasons.words(of: sorted, topCoded: topCoded.map { places[$0] }).withUnsafeBufferPointer { writer.text($0) }
      } else if disclosures[index] == .asIs, let text = row.textInPlace(index) {
        writer.text(text)
      } else {
        switch released(index, row, pseudonym) {
        case .null where index == reasonsColumn: writer.plain("")
        case .null where topCoded.contains(index): writer.plain(AbsenceMark(for: CaseFacts.topCoded).rawValue)
        case .null: writer.plain(reasons.mark(of: places[index]).rawValue)
        case .integer(let number): writer.integer(number)
        case .real(let number): writer.real(number)
        case .text(let text): writer.text(text)
        }
      }
    }
    writer.endRow()
  }

  /// How many reports a row of ``needed`` has.
  func reports(_ row: RowInPlace) -> Int {
    if case .integer(let number) = row.cell(columns.count + 1) { Int(number) } else { 0 }
  }

  /// The same row as values.
  func cells(_ row: RowInPlace, as pseudonym: Pseudonym?) -> [Scalar] {
    columns.indices.map { released($0, row, pseudonym) }
  }

  private func released(_ index: Int, _ row: RowInPlace, _ pseudonym: Pseudonym?) -> Scalar {
    disclosures[index].released(row.cell(index)) { pseudonym?.text ?? $0 } ?? .null
  }
}
