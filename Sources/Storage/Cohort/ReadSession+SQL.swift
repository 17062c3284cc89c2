package import ClinicalModel
internal import GRDB
internal import GRDBSQLite

extension ReadSession {
  /// Hands over what a statement of the user selects.
  ///
  /// - Parameters:
  ///   - columns: hears the names of the columns first.
  ///   - each: hears a row, a cell a column; bytes are told as hexadecimal.
  /// - Throws: ``StorageError/statement(_:)`` for anything but one statement that only reads.
  package func select(_ sql: String, columns: ([String]) throws -> Void, each: ([Scalar]) throws -> Void) throws {
    let statement = try check(sql)
    try columns(statement.columnNames)
    let count = statement.columnNames.count
    do {
      try db.each(sql) { row in try each((0..<count).map(row.cell)) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw StorageError.statement(error.message ?? "it failed")
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
