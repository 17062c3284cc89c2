import ClinicalModel
import ClinicalRules
package import Syntax

/// Reads a sheet with a case a row.
package struct WideSheet {
  private var reader: CSVReader
  private let columns: [SheetColumn]
  private let constants: [(field: SheetField, text: String)]
  private var record = CSVRecord()
  /// So many rows in a row may say nothing; a sheet that is exported whole has a million.
  static let mostBlankRows = 2_000_000

  /// How many rows were read, and how many of them say nothing.
  package private(set) var rows = 0
  package private(set) var blank = 0

  /// How many bytes of the file were read.
  package var position: Int { reader.position }

  /// Reads the header.
  ///
  /// - Throws: `Problems` when it is not the header of a sheet of cases.
  package init(_ source: ByteSource, mapping: SheetMapping? = nil) throws {
    reader = try CSVReader(source)
    columns = try SheetColumn.columns(of: reader.header, mapping: mapping)
    constants = mapping?.constants ?? []
  }

  /// The next case; nil at the end.
  ///
  /// - Throws: a `Problem` when the file cannot be read on from here.
  package mutating func next() throws -> IncomingCase? {
    var inARow = 0
    while try reader.next(into: &record) {
      rows += 1
      if record.isBlank {
        blank += 1
        inARow += 1
        guard inARow < Self.mostBlankRows else {
          throw Problem(
            line: record.line,
            Fault("\(inARow) rows in a row say nothing", mend: "delete the blank rows at the end of the sheet"))
        }
        continue
      }
      return read()
    }
    return nil
  }

  private func read() -> IncomingCase {
    var reading = SheetRowDraft(line: record.line)
    if record.fields.count == columns.count {
      for (column, field) in zip(columns, record.fields) { column.read(field.trimmed, into: &reading) }
      for (field, text) in constants { reading.putConstant(text, field) }
    } else {
      let fault = Fault(
        "the row has \(record.fields.count) fields and the header \(columns.count)",
        mend: "put a text that holds the separator in double quotes")
      reading.problems.add(Problem(line: record.line, fault))
    }
    let (columns, record) = (columns, record)
    let patch = reading.patch
    var incoming = IncomingCase(patch, line: record.line)
    incoming.sheet = SheetTrace(derived: reading.derived) { path in
      guard let index = columns.firstIndex(where: { $0.holds(path) }) else { return nil }
      return SheetPlace(file: nil, line: record.line, column: columns[index].header, value: record.fields[index])
    }
    return incoming
  }
}

/// What was read of one row of a sheet so far.
struct SheetRowDraft {
  let line: Int
  var problems = Problems()
  var derived: [SheetTrace.DerivedCell] = []
  private var id = ""
  private var rows: [SheetRow] = []
  private var told: [CasePatch.Row] = []

  init(line: Int) { self.line = line }

  var patch: CasePatch {
    var patch = CasePatch(id: id)
    patch.rows = told
    patch.problems = problems
    return patch
  }

  /// Puts the text of a cell where its column says.
  mutating func put(_ text: String, _ field: SheetField) throws(Fault) {
    switch field {
    case .id: id = text
    case .derived(let fact): derived.append(SheetTrace.DerivedCell(fact: fact, text: text, field: nil))
    case .age:
      let cell = try SheetCell(text, of: Case.table.schema.columns[Self.ageMin])
      guard case .value = cell else { return put(cell, SheetRow(schema: Case.table.schema, key: ""), Self.ageMin) }
      let ages = try Years.range(text)
      for (name, value) in [("age_min", String(ages.lowerBound)), ("age_max", String(ages.upperBound))] {
        try set(name, value, SheetRow(schema: Case.table.schema, key: ""))
      }
      try setDefault("age_at", "report", SheetRow(schema: Case.table.schema, key: ""))
    case .size(let row):
      guard let column = row.schema.index(of: "size1_mm") else { return }
      let cell = try SheetCell(text, of: row.schema.columns[column])
      guard case .value = cell else { return put(cell, row, column) }
      for axis in try SizeText.axes(text) { try set(axis.name, axis.value, row) }
    case .cell(let row, let column):
      put(try SheetCell(text, of: row.schema.columns[column]), row, column)
      if row.schema.identity == .wholeCase, let fact = Self.facts[row.schema.columns[column].name] {
        derived.append(SheetTrace.DerivedCell(fact: fact, text: text, field: column))
      }
    case .parent(let row):
      if !text.isEmpty { told[index(of: row)].parent = text }
    case .rowID(let row):
      if !text.isEmpty { told[index(of: row)].row.id = text }
    case .names(let row, let child):
      if text.isEmpty { return }
      let list = row.schema.children[child]
      if let mark = AbsenceMark(rawValue: text) {
        told[index(of: row)].absences.append((list.key, mark.reason))
        return
      }
      told[index(of: row)].isTold = true
      for name in text.split(separator: "+").map({ String($0).trimmed }) {
        _ = index(of: SheetRow(schema: list, key: "\(row.key).\(name)"))
      }
    }
  }

  /// Puts what a mapping says of every row; of a therapy, a lesion and so on only where the sheet tells of it.
  mutating func putConstant(_ text: String, _ field: SheetField) {
    if case .cell(let row, _) = field, row.schema.identity != .wholeCase {
      guard let index = rows.firstIndex(of: row), told[index].isTold else { return }
    }
    do throws(Fault) { try put(text, field) } catch {
      problems.add(Problem(line: line, path: text, error))
    }
  }

  /// The columns of the flat row that are fields of the case, too.
  private static let facts = Dictionary(
    uniqueKeysWithValues: DerivedVariables.columns.enumerated().map { ($1.name, $0) })
  private static let ageMin = Case.table.schema.index(of: "age_min") ?? 0

  private mutating func set(_ name: String, _ value: String, _ row: SheetRow) throws(Fault) {
    guard let column = row.schema.index(of: name) else { return }
    put(.value(.text(value)), row, column)
  }

  private mutating func setDefault(_ name: String, _ value: String, _ row: SheetRow) throws(Fault) {
    guard let column = row.schema.index(of: name), told[index(of: row)].row.cells[column] == .null else { return }
    put(.value(.text(value)), row, column)
  }

  private mutating func put(_ cell: SheetCell, _ row: SheetRow, _ column: Int) {
    switch cell {
    case .blank: break
    case .value(let scalar):
      let index = index(of: row)
      told[index].row.cells[column] = scalar
      told[index].isTold = true
    case .absent(_, .some(let word)): told[index(of: row)].row.cells[column] = .text(word)
    case .absent(let reason, nil): told[index(of: row)].absences.append((row.schema.columns[column].name, reason))
    }
  }

  private mutating func index(of row: SheetRow) -> Int {
    if let index = rows.firstIndex(of: row) { return index }
    rows.append(row)
    let (parent, id) = row.parts
    var new = CasePatch.Row(UntypedRow(of: row.schema), of: row.schema, .laid, parent: parent)
    new.row.id = id
    new.isTold = row.schema.isNamed
    told.append(new)
    return rows.count - 1
  }
}
