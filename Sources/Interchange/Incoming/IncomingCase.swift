package import ClinicalModel

/// One case as a file hands it over, before it is judged as a whole.
package struct IncomingCase: Sendable {
  package enum Content: Sendable {
    /// Everything that there is to say of the case.
    case whole(PlainRow)
    /// What changes it, or makes it.
    case patch(CasePatch)
  }

  /// A cell of a column that the registry derives itself.
  package struct DerivedCell: Sendable {
    /// The position of the column in `CaseFacts.columns`.
    package let fact: Int
    package let text: String
    /// Where the same column is a field of the case: its position there.
    package let field: Int?
  }

  package let content: Content
  /// What is wrong with it already.
  package var problems: Problems
  /// The line on which it begins.
  package let line: Int?
  package var derived: [DerivedCell] = []
  /// How many rows of each file make it; none where it is one row of the only file.
  package var rowsByFile: [String: Int] = [:]
  /// Where a field of it stands in its sheet.
  package var place: (@Sendable (String) -> SheetPlace?)?

  /// A case whole.
  package init(_ row: PlainRow, problems: Problems = Problems(), line: Int? = nil) {
    content = .whole(row)
    self.problems = problems
    self.line = line
  }

  package init(_ patch: CasePatch, line: Int? = nil) {
    content = .patch(patch)
    problems = patch.problems
    self.line = line
  }

  package var id: String {
    switch content {
    case .whole(let row): row.id
    case .patch(let patch): patch.id
    }
  }
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

/// How many rows a file has, and how many of them say nothing.
package struct SheetTally: Sendable {
  package let path: String
  package let rows: Int
  package let blank: Int

  package init(path: String, rows: Int, blank: Int) {
    (self.path, self.rows, self.blank) = (path, rows, blank)
  }
}
