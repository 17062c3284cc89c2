public import ClinicalModel

/// Why a fact is what it is: the fewest values of the case that give the same answer.
///
/// Nothing is declared of what a fact reads. Rows and then values are taken out of the case, one after another, as long
/// as the answer stays the same; what is left when nothing more can go is the explanation, and it cannot lie.
public struct Explanation: Sendable {
  /// The fact: its meaning is the formula.
  public let column: Column
  public let value: Scalar
  /// Why it has no value.
  public let reason: String?
  public let inputs: [Input]

  /// A value of the case that the answer needs; of a row that only has to be there, no value.
  public struct Input: Sendable {
    public let path: CellPath
    public let value: Scalar
    /// The days that it can be, when it is a date.
    public let window: DayWindow?
  }
}

extension DerivedVariables {
  /// Explains one fact of a case.
  ///
  /// - Parameter name: a column of the flat row.
  /// - Throws: a ``Fault`` with the nearest names when it is none.
  public static func explain(_ name: String, of row: UntypedRow) throws(Fault) -> Explanation {
    guard let fact = facts.first(where: { $0.column.name == name }) else {
      throw Fault(
        "\(name.quoted) is no derived fact", mend: Suggestion.sentence(for: name, among: facts.map(\.column.name)))
    }
    let answer = fact.answer(for: row)
    let needed = Witness.smallest(of: row) { fact.answer(for: $0) == answer }
    let inputs = needed.inputs(CaseTimeline(row.flattened(of: Case.table.schema)))
    let value: Scalar = if case .value(let value) = answer { value } else { .null }
    return Explanation(column: fact.column, value: value, reason: answer.reason, inputs: inputs)
  }
}

extension DerivedVariable {
  fileprivate func answer(for row: UntypedRow) -> Derived {
    var ignored = Problems()
    let subject = Case(row, &ignored)
    return derive(DerivationInput(subject, CaseTimeline(subject.flatRows)))
  }
}

/// The search for the smallest part of a case that still answers the same.
private enum Witness {
  static func smallest(of row: UntypedRow, _ same: (UntypedRow) -> Bool) -> UntypedRow {
    var row = row
    for table in row.children.indices.reversed() {
      var trial = row
      trial.children[table] = []
      if same(trial) { row = trial }
    }
    while true {
      let before = row
      dropRows(at: 0, of: &row, same)
      dropCells(of: &row, same)
      dropRows(at: 1, of: &row, same)
      if row == before { return row }
    }
  }

  private static func dropRows(at depth: Int, of row: inout UntypedRow, _ same: (UntypedRow) -> Bool) {
    for table in row.children.indices.reversed() {
      for position in row.children[table].indices.reversed() {
        if depth > 0 {
          let whole = row
          dropRows(at: depth - 1, of: &row.children[table][position]) { inner in
            var trial = whole
            trial.children[table][position] = inner
            return same(trial)
          }
          continue
        }
        var trial = row
        trial.children[table].remove(at: position)
        if same(trial) { row = trial }
      }
    }
  }

  private static func dropCells(of row: inout UntypedRow, _ same: (UntypedRow) -> Bool) {
    for table in row.children.indices {
      for position in row.children[table].indices {
        let whole = row
        dropCells(of: &row.children[table][position]) { inner in
          var trial = whole
          trial.children[table][position] = inner
          return same(trial)
        }
      }
    }
    for cell in row.cells.indices where row.cells[cell] != .null {
      var trial = row
      trial.cells[cell] = .null
      if same(trial) { row = trial }
    }
  }
}

extension UntypedRow {
  /// What is left of a case, value by value; of a row without values, and without rows in it, the row.
  fileprivate func inputs(_ timeline: CaseTimeline) -> [Explanation.Input] {
    let rows = flattened(of: Case.table.schema)
    return rows.flatMap { row -> [Explanation.Input] in
      let told = row.schema.columns.indices.filter { row.cells[$0] != .null }
      let isParent = rows.contains { inner in
        inner.parent == row.id && row.schema.children.contains { $0 === inner.schema }
      }
      if told.isEmpty, !isParent, row.schema.identity != .wholeCase {
        return [Explanation.Input(path: CellPath(row: row, column: nil), value: .null, window: nil)]
      }
      return told.map { index in
        let name = row.schema.columns[index].name
        return Explanation.Input(
          path: CellPath(row: row, column: name), value: row.cells[index],
          window: timeline.window(of: name, row: row.key, in: row.schema.name))
      }
    }
  }
}
