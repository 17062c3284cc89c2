import ClinicalModel
import Syntax

/// Reads a directory of CSVs, a file a table, as `export --format long` writes it.
///
/// Where the rows of a file stand in the order of `cases.csv`, one case at a time is in memory; a file that somebody has
/// sorted otherwise is kept in memory as a whole, as far as it is small.
package struct LongSheets {
  /// The rows of a table that was sorted otherwise than `cases.csv`, at most.
  package static let mostUnsortedRows = 100_000

  private var cases: LongTableReader
  private var tables: [Table]

  private struct Table {
    var reader: LongTableReader
    /// The rows by their case, where the file has another order; nil where it is read along.
    var unsorted: [String: [LongTableReader.Row]]?
  }

  package init(_ files: [InputBytes]) throws {
    func reader(_ file: InputBytes) throws -> LongTableReader {
      guard let schema = LongTable.schema(ofFile: file.name) else {
        let known = Case.table.schema.withDescendants.map { $0.name + ".csv" }
        let fault = Fault("\(file.name) is no table", mend: Suggestion.sentence(for: file.name, among: known))
        throw Problem(file: file.path, fault)
      }
      return try Self.placing(file.path) { try LongTableReader(try file.open(), file: file.path, schema: schema) }
    }
    let order = Case.table.schema.withDescendants.map(\.name)
    let files = files.sorted { a, b in
      let places = [a, b].map { file in order.firstIndex { "\($0).csv" == file.name } ?? order.count }
      return places[0] < places[1]
    }
    let first = try files.map(reader)
    guard let root = first.first, root.schema.identity == .wholeCase else {
      throw Problem(Fault("there is no cases.csv", mend: "a directory of tables holds a row a case in cases.csv"))
    }
    let isAlong = try Self.areAlong(root, Array(first.dropFirst()))
    cases = try reader(files[0])
    tables = try files.dropFirst().map { Table(reader: try reader($0)) }
    for index in tables.indices where !isAlong[index] { try sort(index) }
  }

  /// Whether the rows of each table stand in the order of the cases.
  private static func areAlong(_ cases: LongTableReader, _ tables: [LongTableReader]) throws -> [Bool] {
    var (cases, tables) = (cases, tables)
    while let row = try placing(cases.file, { try cases.take() }) {
      for index in tables.indices {
        try placing(tables[index].file) {
          while tables[index].nextCase == row.caseID { _ = try tables[index].take() }
        }
      }
    }
    return tables.map { $0.nextCase == nil }
  }

  /// What was read of each file.
  package var tallies: [FileTally] {
    ([cases] + tables.map(\.reader)).map { FileTally(path: $0.file, rows: $0.rows, blank: $0.blank) }
  }

  /// The next case; nil at the end.
  ///
  /// - Throws: a `Problem` where a file cannot be read on.
  package mutating func next() throws -> IncomingCase? {
    let reader = cases.file
    guard let root = try Self.placing(reader, { try cases.take() }) else {
      try checkOrphans()
      return nil
    }
    var rows: [(file: Int, row: LongTableReader.Row)] = [(0, root)]
    for index in tables.indices {
      for row in try take(index, of: root.caseID) { rows.append((index + 1, row)) }
    }
    return incoming(root, rows)
  }

  private func incoming(
    _ root: LongTableReader.Row, _ rows: [(file: Int, row: LongTableReader.Row)]
  ) -> IncomingCase {
    var patch = CasePatch(id: root.caseID)
    for (_, row) in rows {
      patch.rows.append(row.told)
      for problem in row.problems { patch.problems.add(problem) }
    }
    patch = patch.named
    var incoming = IncomingCase(patch, line: root.line)
    let readers = [cases] + tables.map(\.reader)
    let told = zip(rows, patch.rows).map { read, row in
      ToldRow(file: readers[read.file].file, header: readers[read.file].header, read: read.row, row: row)
    }
    var trace = SheetTrace { path in told.lazy.compactMap { $0.place(of: path) }.first }
    for row in told { trace.rowsByFile[row.file, default: 0] += 1 }
    incoming.sheet = trace
    return incoming
  }

  /// A row with what is needed to find a field of it again.
  private struct ToldRow: Sendable {
    let file: String
    let header: [String]
    let read: LongTableReader.Row
    /// What it says, with its id.
    let row: CasePatch.Row

    func place(of path: String) -> SheetPlace? {
      let schema = row.schema
      let ofCase = schema.identity == .wholeCase
      let own = ofCase ? schema.name : "\(schema.name)/\(schema.key(ofRow: row.row.id, in: row.parent ?? ""))"
      if path == own { return SheetPlace(file: file, line: read.line, column: "", value: "") }
      guard path.hasPrefix(own + "/") else { return nil }
      let column = String(path.dropFirst(own.utf8.count + 1))
      let index = header.firstIndex(of: ofCase && column == "id" ? "case_id" : column)
      return SheetPlace(
        file: file, line: read.line, column: index == nil ? "" : column, value: index.map { read.fields[$0] } ?? "")
    }
  }

  /// The rows of a table that belong to a case.
  private mutating func take(_ index: Int, of caseID: String) throws -> [LongTableReader.Row] {
    if tables[index].unsorted != nil { return tables[index].unsorted?.removeValue(forKey: caseID) ?? [] }
    return try Self.placing(tables[index].reader.file) {
      var rows: [LongTableReader.Row] = []
      while tables[index].reader.nextCase == caseID, let row = try tables[index].reader.take() { rows.append(row) }
      return rows
    }
  }

  /// Takes a table into memory.
  private mutating func sort(_ index: Int) throws {
    var rows: [String: [LongTableReader.Row]] = [:]
    var count = 0
    while let row = try Self.placing(tables[index].reader.file, { try tables[index].reader.take() }) {
      rows[row.caseID, default: []].append(row)
      count += 1
      if count > Self.mostUnsortedRows {
        let fault = Fault(
          "the rows stand in another order than cases.csv, and are too many to be sorted here",
          mend: "sort both files by case_id")
        throw Problem(file: tables[index].reader.file, line: row.line, column: "case_id", fault)
      }
    }
    tables[index].unsorted = rows
  }

  /// Refuses rows of cases that are not in `cases.csv`.
  private func checkOrphans() throws {
    var problems = Problems()
    for table in tables {
      for row in (table.unsorted ?? [:]).values.flatMap({ $0 }).sorted(by: { $0.line < $1.line }) {
        let fault = Fault("there is no case \(row.caseID.quoted) in cases.csv", mend: "add its row there")
        problems.add(Problem(file: table.reader.file, line: row.line, column: "case_id", value: row.caseID, fault))
      }
    }
    if !problems.isEmpty { throw problems }
  }

  private static func placing<Result>(_ file: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch var problem as Problem {
      if problem.file.isEmpty { problem.file = file }
      throw problem
    } catch let problems as Problems {
      var placed = Problems()
      placed.add(problems, file: file, caseID: "")
      throw placed
    }
  }
}
