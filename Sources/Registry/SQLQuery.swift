public import ClinicalModel
import Storage

extension CaseRegistry {
  /// Hands over what one statement that only reads selects of the tables and views (docs/reference/database.md).
  ///
  /// - Parameters:
  ///   - seconds: it may take so long.
  ///   - rows: it may give so many.
  ///   - columns: hears the columns first, named as the statement names them.
  ///   - each: hears a row.
  /// - Throws: ``RegistryError/usage(_:)`` for a statement that is none, that does more than read,
  ///   or that costs more than it may.
  public func select(
    _ sql: String, seconds: Int, rows: Int, columns: ([Column]) throws -> Void, each: ([Scalar]) throws -> Void
  ) throws {
    try RegistryError.wrapping {
      try database.read { session in
        try session.select(
          sql, within: SelectLimits(seconds: seconds, rows: rows),
          columns: { names in
            try columns(names.map { Column($0, $0, kind: .text, privacy: .quasi, meaning: "") })
          }, each: each)
      }
    }
  }
}
