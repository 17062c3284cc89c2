/// One field of one row of a case: `therapies/T3/route`; of the case itself `cases/country`; a whole row: `lesions/L1`.
public struct CellPath: TextValue {
  public let table: String
  /// The row's id; nil for the case's own row.
  public let row: String?
  public let column: String?
  public static var kind: Kind { .text }
  public static var example: String { "cases/country" }

  public var text: String { [table, row, column].compactMap { $0 }.joined(separator: "/") }

  public init(parsing text: String) throws(Fault) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 130 }),
      parts[0] != Case.table.schema.name || parts.count == 2
    else {
      throw Fault(
        "\(text.quoted) names no field", mend: "write table/row/field, for example therapies/T3/route, or cases/country"
      )
    }
    table = parts[0]
    let ofCase = table == Case.table.schema.name
    row = ofCase ? nil : parts[1]
    column = ofCase ? parts[1] : parts.count == 3 ? parts[2] : nil
  }
}

extension CellPath {
  /// This field of another row.
  func moved(toRow row: String) -> CellPath { CellPath(table: table, row: row, column: column) }

  init(table: String, row: String?, column: String?) {
    self.table = table
    self.row = row
    self.column = column
  }
}
