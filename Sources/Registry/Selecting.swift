public import ClinicalModel
import Storage

extension CaseRegistry {
  /// Hands over what one statement that only reads selects of the tables and views (docs/reference/database.md).
  ///
  /// - Parameters:
  ///   - columns: hears the columns first, named as the statement names them.
  ///   - each: hears a row.
  /// - Throws: ``RegistryError/usage(_:)`` for a statement that is none, or that does more than read.
  public func select(
    _ sql: String, columns: ([Column]) throws -> Void, each: ([Scalar]) throws -> Void
  ) throws {
    try RegistryError.wrapping {
      try database.read { session in
        try session.select(
          sql,
          columns: { names in
            try columns(names.map { Column($0, $0, kind: .text, privacy: .quasi, meaning: "") })
          }, each: each)
      }
    }
  }
}
