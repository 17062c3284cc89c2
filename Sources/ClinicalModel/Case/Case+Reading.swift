extension Case {
  /// Reads a whole case from plain rows: settles ids, judges every value, and what only the
  /// rows together show.
  ///
  /// What does not fit is added to the problems and stays empty; the case is whole only when none were added.
  public static func read(_ row: UntypedRow, _ problems: inout Problems) -> Case {
    var row = row
    do {
      row.id = try Identifier(parsing: row.id).text
    } catch {
      let fault = row.id.isEmpty ? Fault("the case has no id", mend: "give it one, for example id: smith2021-1") : error
      problems.add(Problem(line: row.line, path: "cases/id", fault))
    }
    let ids = RowIDs.assign(&row, &problems)
    let subject = Case(row, &problems)
    if let low = subject.ageMin, let high = subject.ageMax, low.value > high.value {
      let fault = Fault(
        "age_min \(low.value) is above age_max \(high.value)", mend: "write the lower age first, for example 60..69")
      problems.add(Problem(line: row.line, path: "cases/age_min", fault))
    }
    for annotation in subject.annotations {
      guard let about = annotation.about, let fault = ids.fault(of: about) else { continue }
      problems.add(Problem(path: "annotations/\(annotation.id)/about", fault))
    }
    return subject
  }
}

extension RowIDs {
  /// Why a path names no field of the case; nil when it does.
  fileprivate func fault(of path: CellPath) -> Fault? {
    let tables = Case.table.schema.withDescendants
    guard let schema = tables.first(where: { $0.name == path.table || $0.link?.table == path.table }) else {
      return Fault(
        "\(path.text.quoted) names no table",
        mend: Suggestion.sentence(for: path.table, among: tables.map(\.name)))
    }
    if let row = path.row, known[schema.name]?.contains(row) != true {
      let rows = known[schema.name] ?? []
      return Fault(
        "\(path.text.quoted) names no row of this case",
        mend: rows.isEmpty ? "it has no \(schema.name)" : "its \(schema.name) are \(rows.joined(separator: ", "))")
    }
    if let column = path.column, column != "id", schema.index(of: column) == nil,
      !schema.children.contains(where: { $0.key == column })
    {
      return Fault(
        "\(path.text.quoted) names no field",
        mend: Suggestion.sentence(for: column, among: schema.columns.map(\.name)))
    }
    return nil
  }
}
