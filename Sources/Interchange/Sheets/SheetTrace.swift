package import ClinicalModel

/// What a sheet tells of a case besides its values.
package struct SheetTrace: Sendable {
  /// A cell of a column that the registry derives itself.
  package struct DerivedCell: Sendable {
    /// The position of the column in `DerivedVariables.columns`.
    package let fact: Int
    package let text: String
    /// Where the same column is a field of the case: its position there.
    package let field: Int?
  }

  package var derived: [DerivedCell] = []
  /// How many rows of each file make the case; none where it is one row of the only file.
  package var rowsByFile: [String: Int] = [:]
  /// Where a field of it stands.
  package let place: @Sendable (String) -> SheetPlace?
}

/// Where a field of a case stands in a sheet.
package struct SheetPlace: Sendable {
  package let file: String?
  package let line: Int
  package let column: String
  package let value: String

  /// A problem with this place.
  package func placing(_ problem: Problem) -> Problem {
    var placed = problem
    if let file { placed.file = file }
    placed.line = line
    placed.column = column
    placed.value = value
    return placed
  }
}
