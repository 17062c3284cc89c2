import ClinicalModel
import ClinicalRules
import Interchange
import Storage

// What only sheets need: what they tell is laid over what is stored, and what is derived is compared.
extension CaseImporter {
  /// A case without the cells that only repeat what an export of the stored case says.
  func withoutEchoes(_ incoming: IncomingCase) throws -> IncomingCase {
    guard case .patch(var patch) = incoming.content, let derived = incoming.sheet?.derived, !derived.isEmpty,
      let facts = try session.reading.facts(of: patch.id)
    else { return incoming }
    patch.dropEchoes(derived, of: DerivedVariables.printed(facts))
    return IncomingCase(patch)
  }

  /// Refuses a row without an id that would change what a stored row says: it may mean another one.
  func checkNumbered(
    _ incoming: IncomingCase, _ snapshot: CaseSnapshot, over stored: CaseSnapshot, _ problems: inout Problems
  ) {
    guard case .patch(let patch) = incoming.content else { return }
    let numbered = patch.rows.filter(\.isNumbered).map { "\($0.schema.name)/\($0.row.id)/" }
    guard !numbered.isEmpty else { return }
    let changes = CaseDifference(from: stored.rows, to: snapshot.rows).changes
    for change in changes where change.old != .null {
      guard let row = numbered.first(where: { change.path.hasPrefix($0) }) else { continue }
      let fault = Fault(
        "the row has no id, and \(row.dropLast()), which its place means, says \((change.old.written ?? "").quoted)",
        mend: "write the id of the row that is meant, or a new one")
      problems.add(Problem(path: change.path, fault))
    }
  }

  /// Tells where a column that is derived says something else than the case does.
  func compare(_ incoming: IncomingCase, with snapshot: CaseSnapshot, _ problems: inout Problems) throws {
    let told = (incoming.sheet?.derived ?? []).filter { !$0.text.isEmpty && $0.field == nil }
    guard !told.isEmpty else { return }
    let printed = DerivedVariables.printed(snapshot.facts)
    for cell in told {
      let column = DerivedVariables.columns[cell.fact]
      if column == DerivedVariables.rules || column.isEqual(cell.text, printed[cell.fact]) { continue }
      let fault = Fault(
        "\(column.name) is \(cell.text.quoted) in the sheet and \(printed[cell.fact].quoted) by the case",
        mend: "it is derived and was not stored; look which of the two is right")
      problems.notice(Problem(path: column.name, fault))
    }
  }
}

extension IncomingCase {
  /// Problems with the places where they stand in their sheet.
  func placing(_ problems: Problems) -> Problems {
    if problems.isEmpty, problems.notices.isEmpty { return problems }
    var placed = Problems()
    for problem in problems.kept { placed.add(placing(problem)) }
    for notice in problems.notices { placed.notice(placing(notice)) }
    return placed
  }

  private func placing(_ problem: Problem) -> Problem {
    if let found = sheet?.place(problem.path) { return found.placing(problem) }
    var placed = problem
    if placed.line == nil { placed.line = line }
    return placed
  }

  var isNoCase: Problem {
    let fault = Fault(
      "\(id) is a pseudonym of a de-identified export",
      mend: "import the cases themselves, or an export with \(action: .set(.identified))")
    return Problem(path: "cases/id", fault)
  }

  /// Whether its id is one that a de-identified export makes.
  var isPseudonymous: Bool {
    sheet?.derived.contains { $0.field == nil } == true && id.hasPrefix("p-") && id.utf8.count == 18
  }
}

extension CasePatch {
  /// Takes out what a sheet only repeats: a cell of the case itself that says what an export of the stored case says.
  fileprivate mutating func dropEchoes(_ cells: [SheetTrace.DerivedCell], of printed: [String]) {
    guard cells.contains(where: { $0.field == nil }) else { return }
    guard let index = rows.firstIndex(where: { $0.schema === Case.table.schema }) else { return }
    for cell in cells {
      guard let field = cell.field, cell.text == printed[cell.fact] else { continue }
      rows[index].row.cells[field] = .null
      rows[index].absences.removeAll { $0.field == DerivedVariables.columns[cell.fact].name }
    }
  }
}

extension DerivedVariables {
  /// A flat row as a sheet prints it.
  fileprivate static func printed(_ row: [Scalar]) -> [String] {
    var told = Reasons()
    var absent = columns.firstIndex(of: reasons).flatMap { row[$0].written } ?? ""
    absent.withUTF8 { told.read($0) }
    return columns.indices.map { index in
      row[index].written ?? (columns[index] == DerivedVariables.reasons ? "" : told.mark(of: index).rawValue)
    }
  }
}

extension Column {
  /// Whether a cell of a sheet says what the registry prints; a spreadsheet writes truth and numbers in its own way.
  fileprivate func isEqual(_ cell: String, _ printed: String) -> Bool {
    if cell == printed { return true }
    switch kind {
    case .boolean: return cell.lowercased() == printed
    case .integer, .real:
      guard let a = Double(cell), let b = Double(printed) else { return false }
      return a == b
    case .text, .date, .choice, .code, .reference: return false
    }
  }
}
