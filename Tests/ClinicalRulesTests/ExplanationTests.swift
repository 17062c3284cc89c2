import ClinicalModel
import ClinicalRules
import TestSupport
import Testing

/// A case of which only these values, and these rows, are left.
private func part(_ row: UntypedRow, of schema: Schema, in parent: String = "", _ paths: Set<String>) -> UntypedRow {
  var left = row
  for (index, column) in schema.columns.enumerated() {
    let name = schema.path(row: schema.key(ofRow: row.id, in: parent), column: column.name)
    if !paths.contains(name) { left.cells[index] = .null }
  }
  let own = schema.identity == .wholeCase ? "" : row.id
  for (index, child) in schema.children.enumerated() {
    left.children[index] = row.children[index].filter { inner in
      holds(inner, of: child, in: own, paths)
    }.map { part($0, of: child, in: own, paths) }
  }
  return left
}

private func holds(_ row: UntypedRow, of schema: Schema, in parent: String, _ paths: Set<String>) -> Bool {
  let path = "\(schema.name)/\(schema.key(ofRow: row.id, in: parent))"
  return paths.contains { $0 == path || $0.hasPrefix(path + "/") }
    || zip(schema.children, row.children).contains { child, rows in
      rows.contains { holds($0, of: child, in: row.id, paths) }
    }
}

@Test func `what explains a fact is enough for it, and nothing in it can be spared`() throws {
  for subject in try Samples.seed() {
    for (index, column) in DerivedVariables.columns.dropLast(2).enumerated() where index % 9 == 0 {
      let paths = try DerivedVariables.explain(column.name, of: subject.plain).inputs.map(\.path.text)
      func answer(_ paths: [String]) -> String {
        var ignored = Problems()
        return FactSample(Case(part(subject.plain, of: Case.table.schema, Set(paths)), &ignored))[column.name]
      }
      let whole = FactSample(subject)[column.name]
      #expect(answer(paths) == whole, "\(column.name)")
      for path in paths {
        #expect(answer(paths.filter { $0 != path }) != whole, "\(subject.id): \(column.name) without \(path)")
      }
    }
  }
}

@Test func `an explanation prefers what a therapy aims at to what it was for`() throws {
  let subject = try Samples.case(
    """
    id: a
    lesions: [{id: L1, muscle: psoas}]
    therapies: [{id: T1, category: radiotherapy, indication: mps_pain, delivered_gy: 20, targets: [L1]}]
    """)
  let inputs = try DerivedVariables.explain("psoas_rt_eqd2_10_gy", of: subject.plain).inputs.map(\.path.text)
  #expect(
    inputs == ["lesions/L1/muscle", "therapies/T1/category", "therapies/T1/delivered_gy", "therapy_targets/T1.L1"])
  #expect(throws: Fault.self) { try DerivedVariables.explain("absent", of: subject.plain) }
}
