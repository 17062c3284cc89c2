public import ClinicalModel

/// What was asked for, as columns and rows.
public struct ResultTable: Sendable {
  public let columns: [Column]
  /// A cell a column.
  public let rows: [[Scalar]]

  public init(columns: [Column], rows: [[Scalar]]) {
    self.columns = columns
    self.rows = rows
  }
}
