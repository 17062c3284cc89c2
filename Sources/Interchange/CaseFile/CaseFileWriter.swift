package import ClinicalModel
package import Syntax

/// Writes a case as the node of a case file: fields in the order of the model, nothing that is not known.
package enum CaseFileWriter {
  package static func node(of row: UntypedRow) -> DocumentNode {
    guard case .map(let entries) = node(of: row, Case.table.schema).content else { return DocumentNode(.null) }
    let version = DocumentNode.Entry(
      CaseFileReader.versionKey, DocumentNode(.scalar(.integer(Int64(CaseFileReader.version)))))
    return DocumentNode(.map([version] + entries))
  }

  private static func node(of row: UntypedRow, _ schema: Schema) -> DocumentNode {
    var entries = [DocumentNode.Entry(schema.idKey, DocumentNode(.scalar(.text(row.id))))]
    for (column, cell) in zip(schema.columns, row.cells) where cell != .null {
      entries.append(
        DocumentNode.Entry(
          column.name, DocumentNode(column.kind == .boolean ? .truth(cell.written ?? "") : .scalar(cell))))
    }
    for (child, rows) in zip(schema.children, row.children) where !rows.isEmpty {
      entries.append(DocumentNode.Entry(child.key, DocumentNode(.list(rows.map { node(of: $0, child) }))))
    }
    if case .named = schema.identity, entries.count == 1 { return entries[0].node }
    return DocumentNode(.map(entries))
  }
}
