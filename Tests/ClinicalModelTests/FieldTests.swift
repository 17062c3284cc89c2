import ClinicalModel
import Testing

/// A value of each kind that differs from column to column where the kind allows it.
private func sample(_ column: Column, _ number: Int) -> Scalar {
  switch column.kind {
  case .integer:
    .integer(
      Int64(column.range!.lowerBound)
        + Int64(number % min(20, Int(column.range!.upperBound - column.range!.lowerBound) + 1)))
  case .real: .real(column.range!.lowerBound + Double(number % 40) / 2)
  case .boolean: .text(number % 2 == 0 ? "true" : "false")
  case .text: .text(column.name == "about" ? "lesions/L\(number)" : "text \(number)")
  case .date: .text("20\(10 + number % 80)-0\(1 + number % 9)")
  case .choice(let words, _): .text(words[number % words.count])
  case .code(_, let example): .text(example)
  case .reference(let table): .text(table == "sources" ? "source\(number)" : "L\(number)")
  }
}

private func filled(_ schema: Schema, _ number: inout Int) -> UntypedRow {
  var row = UntypedRow(of: schema)
  row.id = "X\(number)"
  for (index, column) in schema.columns.enumerated() {
    number += 1
    row.cells[index] = sample(column, number)
  }
  for (index, child) in schema.children.enumerated() { row.children[index] = [filled(child, &number)] }
  return row
}

@Test func `each field of a case reads back the value it was given, and no other field does`() {
  var number = 0
  let full = filled(Case.table.schema, &number)
  var problems = Problems()
  let subject = Case(full, &problems)
  #expect(problems.kept.map(\.description) == [])
  #expect(subject.plain == full)
}

@Test func `every field is named, labelled and explained, and no name stands twice in a table`() {
  for schema in Case.table.schema.withDescendants {
    for column in schema.columns {
      #expect(
        column.name.utf8.allSatisfy { $0 == 95 || (97...122).contains($0) || (48...57).contains($0) }, "\(column.name)")
      #expect(!column.label.isEmpty && column.meaning.hasSuffix("."), "\(schema.name).\(column.name)")
    }
    #expect(Set(schema.columns.map(\.name)).count == schema.columns.count, "\(schema.name)")
  }
}
