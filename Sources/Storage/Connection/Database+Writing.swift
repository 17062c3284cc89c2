import ClinicalModel
internal import GRDB
internal import GRDBSQLite

extension Database {
  /// Runs one statement with its values, bound by SQLite itself: an import spends a tenth of its time otherwise.
  func run(_ sql: String, _ values: [Scalar]) throws { try each(sql, values) { _ in } }

  static func bind(_ value: Scalar, to statement: OpaquePointer, _ index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .real(let number): sqlite3_bind_double(statement, index, number)
    case .text(var text):
      text.withUTF8 { bytes in
        let start = UnsafeRawPointer(bytes.baseAddress).map { $0.assumingMemoryBound(to: CChar.self) }
        _ = sqlite3_bind_text(statement, index, start, Int32(bytes.count), copied)
      }
    }
  }
}

/// Tells SQLite to copy what is bound (`SQLITE_TRANSIENT`, a macro that Swift does not see).
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
