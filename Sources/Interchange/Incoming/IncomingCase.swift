package import ClinicalModel

/// One case as a file hands it over, before it is judged as a whole.
package struct IncomingCase: Sendable {
  package enum Content: Sendable {
    /// Everything that there is to say of the case.
    case whole(UntypedRow)
    /// What changes it, or makes it.
    case patch(CasePatch)
  }

  package let content: Content
  /// What is wrong with it already.
  package var problems: Problems
  /// The line on which it begins.
  package let line: Int?
  /// Where it stands in its sheet, and what a sheet alone can tell; nil of a case file.
  package var sheet: SheetTrace?

  /// A case whole.
  package init(_ row: UntypedRow, problems: Problems = Problems(), line: Int? = nil) {
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
