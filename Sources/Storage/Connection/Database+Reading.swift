package import ClinicalModel
internal import GRDB
internal import GRDBSQLite

/// A row while SQLite stands on it: its texts are read where they lie, and nothing of it may be kept.
package struct RowInPlace {
  let statement: OpaquePointer

  package func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

  package func cell(_ column: Int) -> Scalar {
    let column = Int32(column)
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_BLOB: return .text(Array(text(Int(column))).hex)
    case _: return .text(String(decoding: text(Int(column)), as: UTF8.self))
    }
  }

  /// The UTF-8 of a text; nil of a number or nothing.
  package func textInPlace(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_TEXT ? text(column) : nil
  }

  private func text(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(statement, Int32(column))
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }
}

extension Database {
  /// Hands over what a statement selects, row by row as they lie in SQLite: a bulk export spends most of its time on
  /// making strings otherwise.
  func each(_ sql: String, _ values: [Scalar] = [], _ body: (RowInPlace) throws -> Void) throws {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() { Self.bind(value, to: statement, Int32(index + 1)) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body(RowInPlace(statement: statement))
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)), sql: sql)
      }
    }
  }
}
