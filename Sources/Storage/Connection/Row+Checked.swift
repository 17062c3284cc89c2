internal import GRDB

// GRDB ends the program with the whole row on stderr where a value is not of the type that it is read as; a file that was
// damaged or planted holds such values.
extension Row {
  /// A value that must be there.
  ///
  /// - Throws: `damaged` with table, row and column, and never the value, which could name a patient.
  func value<Value: DatabaseValueConvertible>(_ column: Int, of table: String) throws -> Value {
    guard let value: Value = try optional(column, of: table) else { throw unreadable(column, table) }
    return value
  }

  /// A value that may be missing.
  ///
  /// - Throws: as ``value(_:of:)``.
  func optional<Value: DatabaseValueConvertible>(_ column: Int, of table: String) throws -> Value? {
    let stored: DatabaseValue = self[column]
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else { throw unreadable(column, table) }
    return value
  }

  /// The row is named by its first number.
  private func unreadable(_ column: Int, _ table: String) -> StorageError {
    let numbers = databaseValues.prefix(3).compactMap {
      if case .int64(let number) = $0.storage { number } else { nil }
    }
    let row = numbers.first.map { "row \($0)" } ?? "a row"
    let names = Array(columnNames)
    return .damaged("\(table), \(row): its \(column < names.count ? names[column] : "value") is of another type")
  }
}
