/// One row of a case as history sees it: what it is called, where it stands, every value that it has.
public struct FlatRow: Sendable {
  public let schema: Schema
  /// The row's part of a path (`L1`, `T1.L1`); the case's id for the case itself.
  public let key: String
  /// The id of the row that it stands in; empty where that is the case.
  public let parent: String
  /// Its place among the rows of its table in this case, from 1.
  public let position: Int
  /// In the order of the schema's columns.
  public let cells: [Scalar]

  /// The line of the row in its file, then of each cell; empty for a row that comes from no file.
  package let lines: [Int]

  public init(
    schema: Schema, key: String, parent: String, position: Int, cells: [Scalar], lines: [Int] = []
  ) {
    self.lines = lines
    self.schema = schema
    self.key = key
    self.parent = parent
    self.position = position
    self.cells = cells
  }

  /// The names and values of what the row says, its place included: what a change is told by.
  var values: [(name: String, value: Scalar)] {
    var values: [(String, Scalar)] = []
    forEachValue { values.append(($0, $1)) }
    return values
  }

  package func forEachValue(_ body: (String, Scalar) -> Void) {
    if schema.identity != .wholeCase { body("position", .integer(Int64(position))) }
    if let column = schema.parentColumn { body(column, .text(parent)) }
    for (index, cell) in cells.enumerated() {
      if case .null = cell { continue }
      body(schema.columns[index].name, cell)
    }
  }

  /// The row's id; of a target the lesion's.
  public var id: String {
    if case .named = schema.identity { String(key.dropFirst(parent.count + 1)) } else { key }
  }

  public var path: String { "\(schema.name)/\(key)" }

  /// The path of one of its values: `lesions/L1/muscle`, `cases/sex`.
  package func path(of name: String) -> String { schema.path(row: key, column: name) }
}

extension Case {
  /// All rows of the case, in the order of the tables.
  public var flatRows: [FlatRow] { plain.flattened(of: Self.table.schema) }
}

extension UntypedRow {
  /// A case of its rows, each table's in order; nil without the case's own. A row whose parent is missing is left out.
  public init?(_ rows: [FlatRow]) {
    guard let root = rows.first, root.schema.identity == .wholeCase else { return nil }
    var inside: [ObjectIdentifier: [String: [FlatRow]]] = [:]
    for row in rows.dropFirst() {
      inside[ObjectIdentifier(row.schema), default: [:]][row.parent, default: []].append(row)
    }
    func tree(_ row: FlatRow) -> UntypedRow {
      let parent = row.schema.identity == .wholeCase ? "" : row.id
      let children = row.schema.children.map { (inside[ObjectIdentifier($0)]?[parent] ?? []).map(tree) }
      return UntypedRow(id: row.id, cells: row.cells, children: children)
    }
    self = tree(root)
  }

  /// The row and all below it, in the order of the tables.
  public func flattened(of schema: Schema) -> [FlatRow] {
    var rows: [FlatRow] = []
    var positions: [String: Int] = [:]
    func keep(_ row: UntypedRow, of schema: Schema, parent: String) {
      let position = positions[schema.name, default: 0] + 1
      positions[schema.name] = position
      let key = schema.key(ofRow: row.id, in: parent)
      rows.append(
        FlatRow(
          schema: schema, key: key, parent: parent, position: position, cells: row.cells, lines: row.lines))
      for (child, rows) in zip(schema.children, row.children) {
        for childRow in rows { keep(childRow, of: child, parent: schema.identity == .wholeCase ? "" : row.id) }
      }
    }
    keep(self, of: schema, parent: "")
    return rows
  }
}

extension Schema {
  /// A row's part of a path: its id; of a target therapy and lesion (`T1.L1`).
  public func key(ofRow id: String, in parent: String) -> String {
    if case .named = identity { "\(parent).\(id)" } else { id }
  }
}
