/// A row without types: what files, options and the database hand to the model, and take from it.
///
/// Cells stand in the order of the schema's columns, children in the order of its child tables.
public struct UntypedRow: Sendable {
  public var id: String
  public var cells: [Scalar]
  public var children: [[UntypedRow]]
  /// The line of the row in its file, then of each cell; empty for a row that comes from no file.
  public var lines: [Int]

  public init(id: String, cells: [Scalar], children: [[UntypedRow]], lines: [Int] = []) {
    self.id = id
    self.cells = cells
    self.children = children
    self.lines = lines
  }

  /// An empty row of a table.
  public init(of schema: Schema, line: Int? = nil) {
    self.init(
      id: "", cells: Array(repeating: .null, count: schema.columns.count),
      children: Array(repeating: [], count: schema.children.count),
      lines: line.map { Array(repeating: $0, count: schema.columns.count + 1) } ?? [])
  }

  /// The line on which the row begins; nil when it comes from no file.
  public var line: Int? { lines.first }

  /// The line of a cell.
  public func line(ofCell index: Int) -> Int? { lines.isEmpty ? nil : lines[index + 1] }
}

extension UntypedRow: Equatable {
  /// Equal in what they say, wherever they stand.
  public static func == (a: UntypedRow, b: UntypedRow) -> Bool {
    a.id == b.id && a.cells == b.cells && a.children == b.children
  }
}
