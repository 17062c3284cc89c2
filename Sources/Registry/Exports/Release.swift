import ClinicalModel
import ClinicalRules
import Interchange
import Storage
import Syntax

/// A cohort on its way out: which columns leave and how their cells are told, for flat rows, packages and the evidence
/// table; and which publications do.
struct Release {
  /// A column that leaves: how, and its place among the facts.
  private struct Exit {
    let disclosure: Disclosure
    let place: Int
  }

  /// The columns that leave, in order.
  let columns: [Column]
  let rule: ExportProfile.Rule
  /// What is read for them: the columns, and the reasons for empty cells.
  let needed: [String]
  private let exits: [Exit]
  /// Those that tell the end of a band of age, in the order of the facts.
  private let bandEnds: [Int]
  /// Of each column of the facts, whether it leaves.
  private let leaves: [Bool]
  private let reasonsColumn: Int?
  private var reasons = Reasons()
  /// Of each column that leaves without free words, what does.
  private var known: [KnownText?]

  /// - Parameter columns: the columns that were asked for.
  init(of columns: [Column], under profile: ExportProfile) {
    let told = columns.map { ($0, $0.disclosure(under: profile)) }.filter { $0.1 != .leftOut }
    let exits = told.map { column, disclosure in
      Exit(disclosure: disclosure, place: DerivedVariables.columns.firstIndex(of: column) ?? 0)
    }
    let leaving = Set(exits.map(\.place))
    self.columns = told.map(\.0)
    self.exits = exits
    known = told.map { $1 == .known ? KnownText(of: $0) : nil }
    rule = profile.rule
    bandEnds = exits.indices.filter { exits[$0].disclosure == .bandEnd }.sorted { exits[$0].place < exits[$1].place }
    leaves = DerivedVariables.columns.indices.map(leaving.contains)
    needed = (self.columns + [DerivedVariables.reasons]).map(\.name)
    reasonsColumn = self.columns.firstIndex(of: DerivedVariables.reasons)
  }

  /// Whether a list of publications names a source, under any profile: anybody can look it up; a chart or a form of a
  /// registry is none.
  static func lets(_ source: Source) -> Bool {
    source.kind != .chart && source.kind != .registryForm
      && (source.doi != nil || source.pmid != nil || source.title != nil || source.citation != nil)
  }

  func writeHeader(to writer: inout CSVWriter) {
    for column in columns { writer.plain(column.name) }
    writer.endRow()
  }

  /// Writes a row of ``needed`` as it may be told.
  mutating func write(_ row: RowInPlace, as pseudonym: Pseudonym?, to writer: inout CSVWriter) {
    var absent = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if case .text(let text) = row[columns.count] { absent = text }
    reasons.read(absent)
    for index in exits.indices {
      let (disclosure, place) = (exits[index].disclosure, exits[index].place)
      switch row[index] {
      case _ where index == reasonsColumn:
        if rule.identifies {
          writer.text(absent)
        } else {
          reasons.words(of: absent, leaves: leaves, topCoded: topCoded(row)).withUnsafeBufferPointer { writer.text($0) }
        }
      case .null: writer.mark(reasons.mark(of: place))
      case .integer(let number):
        if let told = disclosure.released(number) { writer.integer(told) } else { writer.mark(.notApplicable) }
      case .real(let number): writer.real(number)
      case .text where disclosure == .pseudonym: writer.plain(pseudonym?.text ?? "")
      case .text(let text):
        if let told = known[index]?.told(text) {
          told.withUnsafeBufferPointer { writer.text($0) }
        } else {
          writer.text(text)
        }
      }
    }
    writer.endRow()
  }

  /// The places of the ends of bands that are not told, for few people are so old.
  private func topCoded(_ row: RowInPlace) -> [Int] {
    bandEnds.compactMap { index in
      if case .integer(let age) = row[index], exits[index].disclosure.released(age) == nil {
        exits[index].place
      } else {
        nil
      }
    }
  }

  /// A row of ``needed`` as it may be told, as values.
  func cells(_ row: RowInPlace, as pseudonym: Pseudonym?) -> [Scalar] {
    exits.indices.map { index in
      switch row.cell(index) {
      case .integer(let number): exits[index].disclosure.released(number).map { .integer($0) } ?? .null
      case .text where exits[index].disclosure == .pseudonym: .text(pseudonym?.text ?? "")
      case .text(let text) where exits[index].disclosure == .known:
        .text(columns[index].known(text))
      case let cell: cell
      }
    }
  }
}
