package import ClinicalModel
internal import GRDB
internal import GRDBSQLite

/// How much a statement of a user may cost.
package struct SelectLimits: Sendable {
  package var seconds: Int
  package var rows: Int
  /// Of what it gives, and of memory that SQLite takes for it, what it sorts or gathers included.
  static let bytes = 1 << 30
  /// Of one value.
  static let cellBytes = 1 << 26

  package init(seconds: Int, rows: Int) {
    self.seconds = seconds
    self.rows = rows
  }
}

extension ReadSession {
  /// Hands over what a statement of the user selects.
  ///
  /// - Parameters:
  ///   - columns: hears the names of the columns first.
  ///   - each: hears a row, a cell a column; bytes are told as hexadecimal.
  /// - Throws: ``StorageError/statement(_:)`` for anything but one statement that only reads.
  package func select(
    _ sql: String, within limits: SelectLimits, columns: ([String]) throws -> Void, each: ([Scalar]) throws -> Void
  ) throws {
    try restrict()
    let statement = try check(sql)
    try columns(statement.columnNames)
    let count = statement.columnNames.count
    var (rows, bytes) = (0, 0)
    do {
      try db.limited(to: limits.seconds) {
        try db.each(sql) { row in
          rows += 1
          if rows > limits.rows { throw StorageError.limit("\(limits.rows) rows", .mostRows) }
          let cells = (0..<count).map(row.cell)
          for case .text(let text) in cells { bytes += text.utf8.count }
          if bytes > SelectLimits.bytes { throw StorageError.limit("a gibibyte of text", nil) }
          try each(cells)
        }
      }
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_INTERRUPT: throw StorageError.limit("\(limits.seconds) seconds", .mostSeconds)
      case .SQLITE_NOMEM, .SQLITE_TOOBIG, .SQLITE_FULL:
        throw StorageError.limit("a gibibyte of memory, or 64 MiB in one value", nil)
      case .SQLITE_ERROR: throw StorageError.statement(error.message ?? "it failed")
      case _: throw error
      }
    }
  }

  /// What a statement sorts stays in memory, which is bounded; a function that hands out addresses is none.
  private func restrict() throws {
    try db.execute(sql: "PRAGMA temp_store = MEMORY")
    sqlite3_hard_heap_limit64(Int64(SelectLimits.bytes))
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, Int32(SelectLimits.cellBytes))
    for count in [1, 2] {
      db.add(
        function: DatabaseFunction("fts3_tokenizer", argumentCount: count) { _ in
          throw DatabaseError(message: "there is no function fts3_tokenizer")
        })
    }
  }

  private func check(_ sql: String) throws -> Statement {
    do {
      let statement = try db.makeStatement(sql: sql)
      guard statement.isReadonly, Self.reads.contains(Self.firstWord(of: sql)) else {
        throw StorageError.statement("it does more than read")
      }
      guard sqlite3_bind_parameter_count(statement.sqliteStatement) == 0 else {
        throw StorageError.statement("it has a parameter without a value")
      }
      return statement
    } catch let error as DatabaseError {
      throw StorageError.statement(error.message ?? "it is no statement")
    }
  }

  private static let reads: Set<String> = ["SELECT", "WITH", "VALUES", "EXPLAIN"]

  /// The first word after blanks and comments, in capitals.
  private static func firstWord(of sql: String) -> String {
    var rest = sql[...]
    while true {
      rest = rest.trimmingPrefix { $0.isWhitespace }
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        guard let end = rest.firstRange(of: "*/") else { return "" }
        rest = rest[end.upperBound...]
      } else {
        return rest.prefix(while: \.isLetter).uppercased()
      }
    }
  }
}
