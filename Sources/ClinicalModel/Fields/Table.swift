/// A row of a case: an id, optional values, arrays of child rows.
public protocol TypedRow: Hashable, Sendable {
  static var table: Table<Self> { get }
  init()
  /// Unique within its table and case.
  var id: String { get set }
  /// Fills in what the row's own values imply, once they are read.
  mutating func settle()
}

extension TypedRow {
  public mutating func settle() {}
}

/// What a table is, said once.
public struct Table<Row: TypedRow>: Sendable {
  public let schema: Schema
  let getters: [@Sendable (Row) -> Scalar]
  let setters: [@Sendable (inout Row, Scalar) throws(Fault) -> Void]
  /// The fields whose values can be new to their list.
  let novelties: [(column: Int, of: @Sendable (Row) -> Fault?)]
  let children: [Children<Row>]

  /// - Parameters:
  ///   - key: the key of the list in a case file, where it is not the table's name.
  ///   - parent: the database's column for the parent row, where that is not the case.
  public init(
    _ name: String, key: String? = nil, noun: String, _ meaning: String, _ identity: RowIdentity,
    parent: String? = nil, link: SharedLink? = nil, fields: [Field<Row>], children: [Children<Row>] = []
  ) {
    schema = Schema(
      name: name, key: key ?? name, noun: noun, meaning: meaning, identity: identity, parentColumn: parent,
      link: link, columns: fields.map(\.column), children: children.map(\.schema))
    getters = fields.map(\.get)
    setters = fields.map(\.set)
    novelties = fields.enumerated().compactMap { column, field in field.novelty.map { (column, $0) } }
    self.children = children
  }
}

/// A child table as its parent sees it: the only place where a row's type is hidden.
public struct Children<Parent: Sendable>: Sendable {
  let schema: Schema
  let get: @Sendable (Parent) -> [PlainRow]
  let set: @Sendable (inout Parent, [PlainRow], inout Problems) -> Void

  public init<Row: TypedRow>(
    _ path: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Parent, [Row]> & Sendable
  ) {
    schema = Row.table.schema
    let path = Made(path)
    get = { parent in parent[keyPath: path.value].map(\.plain) }
    set = { parent, rows, problems in
      parent[keyPath: path.value] = rows.map { Row($0, &problems) }
    }
  }
}

extension TypedRow {
  /// The row without its types.
  public var plain: PlainRow {
    PlainRow(id: id, cells: Self.table.getters.map { $0(self) }, children: Self.table.children.map { $0.get(self) })
  }

  /// Reads a row whose id is settled; what does not fit is a problem and stays empty.
  public init(_ plain: PlainRow, _ problems: inout Problems) {
    self.init()
    id = plain.id
    let table = Self.table
    for (index, set) in table.setters.enumerated() where plain.cells[index] != .null {
      do {
        try set(&self, plain.cells[index])
      } catch {
        problems.add(error, row: plain, of: table.schema, column: index)
      }
    }
    for (index, column) in table.schema.columns.enumerated() {
      if column.required, plain.cells[index] == .null {
        let fault = Fault("\(column.name) is missing", mend: "a \(table.schema.noun) cannot stand without it")
        problems.add(fault, row: plain, of: table.schema, column: index)
      }
    }
    for (column, novelty) in table.novelties {
      if let fault = novelty(self) { problems.notice(fault, row: plain, of: table.schema, column: column) }
    }
    for (index, child) in table.children.enumerated() { child.set(&self, plain.children[index], &problems) }
    settle()
  }
}
