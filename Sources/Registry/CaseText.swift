import ClinicalModel

/// A case as a person reads it: a section a table, a line a row, a field with its label and unit.
enum CaseText {
  static func text(of row: PlainRow) -> String {
    let schema = Case.table.schema
    var lines = [row.id]
    lines += fields(of: row, schema).map { "  \($0)" }
    for (child, rows) in zip(schema.children, row.children) where !rows.isEmpty {
      lines += ["", heading(child)]
      for row in rows { lines += text(of: row, child, indent: "  ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(of row: PlainRow, _ schema: Schema, indent: String) -> [String] {
    let told = fields(of: row, schema).joined(separator: " · ")
    var lines = [indent + row.id + (told.isEmpty ? "" : "  " + told)]
    for (child, rows) in zip(schema.children, row.children) {
      for row in rows { lines += text(of: row, child, indent: indent + "    ") }
    }
    return lines
  }

  private static func fields(of row: PlainRow, _ schema: Schema) -> [String] {
    zip(schema.columns, row.cells).compactMap { column, cell in
      guard let text = cell.written else { return nil }
      let unit = column.unit.map { $0.hasPrefix("{") || $0 == "a" ? "" : " \($0)" } ?? ""
      return "\(column.label): \(text)\(unit)"
    }
  }

  private static func heading(_ schema: Schema) -> String { schema.name.replacing("_", with: " ").uppercased() }
}
