package import ClinicalModel
internal import GRDB
internal import GRDBSQLite

/// A cell where it lies; a text may be read until SQLite leaves the row.
package enum CellInPlace {
  case null
  case integer(Int64)
  case real(Double)
  case text(UnsafeBufferPointer<UInt8>)
}

/// A row while SQLite stands on it: its texts are read where they lie, and nothing of it may be kept.
package struct RowInPlace {
  let statement: OpaquePointer

  /// A cell where it lies; a blob, which no case holds, is read as text.
  package subscript(column: Int) -> CellInPlace {
    let value = sqlite3_column_value(statement, Int32(column))
    switch sqlite3_value_type(value) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_value_int64(value))
    case SQLITE_FLOAT: return .real(sqlite3_value_double(value))
    case let type:
      let start = type == SQLITE_BLOB ? sqlite3_value_blob(value) : UnsafeRawPointer(sqlite3_value_text(value))
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
      return .text(bytes.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// A copy of a cell, a blob in hexadecimal digits.
  package func cell(_ column: Int) -> Scalar {
    switch self[column] {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let bytes) where sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB: .text(Array(bytes).hex)
    case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension Database {
  /// Hands over what a statement selects, row by row as they lie in SQLite: a bulk export spends most of its time on
  /// making strings otherwise.
  func each(_ sql: String, _ values: [Scalar] = [], _ body: (RowInPlace) throws -> Void) throws {
    try each(sql, over: CollectionOfOne(0), values: { _ in values }, row: { row, _ in try body(row) })
  }

  /// Runs a statement for each of many items, whose values it takes in turn.
  func each<Item>(
    _ sql: String, over items: some Collection<Item>, values: (Item) -> [Scalar],
    row body: (RowInPlace, Item) throws -> Void
  ) throws {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for item in items {
      sqlite3_reset(statement)
      for (index, value) in values(item).enumerated() { Self.bind(value, to: statement, Int32(index + 1)) }
      while try step(statement, of: sql) { try body(RowInPlace(statement: statement), item) }
    }
  }

  /// Counts the rows that a statement selects, until it has cost so many steps of SQLite's virtual machine.
  ///
  /// - Returns: the rows that were found, and whether they are all.
  func count(_ sql: String, _ values: [Scalar], within steps: Int) throws -> (rows: Int, isWhole: Bool) {
    // Not a kept statement, whose steps would go on counting from its last use.
    let owner = try makeStatement(sql: sql)
    let statement = owner.sqliteStatement
    for (index, value) in values.enumerated() { Self.bind(value, to: statement, Int32(index + 1)) }
    sqlite3_progress_handler(sqliteConnection, Int32(steps), { _ in 1 }, nil)
    defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(owner) {
      var rows = 0
      do {
        while try step(statement, of: sql) { rows += 1 }
        return (rows, true)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        return (rows, false)
      }
    }
  }

  /// Interrupts what is done when it takes longer.
  func limited<Result>(to seconds: Int, _ body: () throws -> Result) throws -> Result {
    let deadline = Deadline(ContinuousClock.now + .seconds(seconds))
    return try withExtendedLifetime(deadline) {
      let context = Unmanaged.passUnretained(deadline).toOpaque()
      sqlite3_progress_handler(
        sqliteConnection, 10_000,
        { context in
          context.map { Unmanaged<Deadline>.fromOpaque($0).takeUnretainedValue().time < .now ? 1 : 0 } ?? 0
        }, context)
      defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
      return try body()
    }
  }

  private final class Deadline {
    let time: ContinuousClock.Instant
    init(_ time: ContinuousClock.Instant) { self.time = time }
  }

  /// Whether a statement stands on a next row.
  private func step(_ statement: OpaquePointer, of sql: String) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)), sql: sql)
    }
  }
}
