extension CellPath {
  /// The path of a stored row, or of one of its fields.
  package init(row: FlatRow, column: String?) {
    let ofCase = row.schema.identity == .wholeCase
    self.init(table: row.schema.name, row: ofCase ? nil : row.key, column: column)
  }
}
