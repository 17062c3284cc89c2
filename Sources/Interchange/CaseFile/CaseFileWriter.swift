package import ClinicalModel

/// Writes a case as the node of a case file: fields in the order of the model, nothing that is not known.
package enum CaseFileWriter {
  package static func node(of row: PlainRow) -> CaseNode {
    guard case .map(let entries) = node(of: row, Case.table.schema).content else { return CaseNode(.null) }
    let version = CaseNode.Entry(CaseFileReader.versionKey, CaseNode(.scalar(.integer(Int64(CaseFileReader.version)))))
    return CaseNode(.map([version] + entries))
  }

  private static func node(of row: PlainRow, _ schema: Schema) -> CaseNode {
    var entries = [CaseNode.Entry(schema.idKey, CaseNode(.scalar(.text(row.id))))]
    for (column, cell) in zip(schema.columns, row.cells) where cell != .null {
      entries.append(
        CaseNode.Entry(column.name, CaseNode(column.kind == .boolean ? .truth(cell.written ?? "") : .scalar(cell))))
    }
    for (child, rows) in zip(schema.children, row.children) where !rows.isEmpty {
      entries.append(CaseNode.Entry(child.key, CaseNode(.list(rows.map { node(of: $0, child) }))))
    }
    if case .named = schema.identity, entries.count == 1 { return entries[0].node }
    return CaseNode(.map(entries))
  }
}
