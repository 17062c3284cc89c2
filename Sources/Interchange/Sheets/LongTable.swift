package import ClinicalModel
import Syntax

/// How a table is written as a CSV of its own: a row a row, its keys first.
package enum LongTable {
  /// The file with a row a case.
  package static let casesFile = "cases.csv"

  /// The columns that say which row it is, in their order.
  package static func keys(of schema: Schema) -> [String] {
    let parent = schema.parentColumn.map { [$0] } ?? []
    return switch schema.identity {
    case .wholeCase: ["case_id"]
    case .numbered, .publication: ["case_id"] + parent + ["id"]
    case .named(let column, _): ["case_id"] + parent + [column]
    }
  }

  package static func columns(of schema: Schema) -> [String] { keys(of: schema) + schema.columns.map(\.name) }

  /// The table of a file; nil when no table has its name.
  package static func schema(ofFile name: String) -> Schema? {
    Case.table.schema.withDescendants.first { "\($0.name).csv" == name }
  }
}

/// Reads one table of a directory of CSVs, case by case.
struct LongTableReader {
  let file: String
  let schema: Schema
  private(set) var rows = 0
  private(set) var blank = 0

  private var reader: CSVReader
  private let targets: [Target]
  private var record = CSVRecord()
  private var next: Row?

  private enum Target {
    case caseID, parent, id
    case cell(Int)
  }

  /// A row as it was read.
  struct Row: Sendable {
    let caseID: String
    let line: Int
    var told: CasePatch.Row
    let fields: [String]
    var problems: [Problem]
  }

  var header: [String] { reader.header }

  init(_ source: ByteSource, file: String, schema: Schema) throws {
    self.file = file
    self.schema = schema
    reader = try CSVReader(source)
    targets = try Self.targets(of: reader.header, schema)
    try advance()
  }

  private static func targets(of header: [String], _ schema: Schema) throws -> [Target] {
    let keys = LongTable.keys(of: schema)
    var problems = Problems()
    var targets: [Target] = []
    for (index, name) in header.enumerated() {
      if header[..<index].contains(name) {
        problems.add(Problem(line: 1, column: name, Fault("the column stands twice", mend: "keep one of the two")))
      }
      if name == "case_id" {
        targets.append(.caseID)
      } else if keys.count > 1, name == keys[keys.count - 1] {
        targets.append(.id)
      } else if name == schema.parentColumn {
        targets.append(.parent)
      } else if let column = schema.index(of: name) {
        targets.append(.cell(column))
      } else {
        let known = LongTable.columns(of: schema)
        let fault = Fault(
          "\(name.quoted) is no column of \(schema.name)", mend: Suggestion.sentence(for: name, among: known))
        problems.add(Problem(line: 1, column: name, fault))
      }
    }
    for key in keys where key != "id" && !header.contains(key) {
      problems.add(Problem(line: 1, Fault("the column \(key) is missing", mend: "each row says to what it belongs")))
    }
    if !problems.isEmpty { throw problems }
    return targets
  }

  /// The case of the next row; nil at the end.
  var nextCase: String? { next?.caseID }
  var nextLine: Int? { next?.line }

  /// Takes the next row.
  mutating func take() throws -> Row? {
    let row = next
    try advance()
    return row
  }

  private mutating func advance() throws {
    next = nil
    while try reader.next(into: &record) {
      rows += 1
      if record.isBlank {
        blank += 1
        continue
      }
      next = read()
      return
    }
  }

  private func read() -> Row {
    var told = CasePatch.Row(UntypedRow(of: schema), of: schema, .laid)
    var caseID = ""
    var problems: [Problem] = []
    if record.fields.count == targets.count {
      for (index, field) in record.fields.enumerated() {
        switch targets[index] {
        case .caseID: caseID = field.trimmed
        case .id: told.row.id = field.trimmed
        case .parent: told.parent = field.isEmpty ? nil : field.trimmed
        case .cell(let column):
          do throws(Fault) {
            switch try SheetCell(field.trimmed, of: schema.columns[column]) {
            case .blank: break
            case .value(let scalar): told.row.cells[column] = scalar
            case .absent(_, .some(let word)): told.row.cells[column] = .text(word)
            case .absent(let reason, nil): told.absences.append((schema.columns[column].name, reason))
            }
          } catch {
            problems.append(
              Problem(file: file, line: record.line, column: reader.header[index], value: field, error))
          }
        }
      }
    } else {
      let fault = Fault(
        "the row has \(record.fields.count) fields and the header \(targets.count)",
        mend: "put a text that holds the separator in double quotes")
      problems.append(Problem(file: file, line: record.line, fault))
    }
    return Row(caseID: caseID, line: record.line, told: told, fields: record.fields, problems: problems)
  }
}
