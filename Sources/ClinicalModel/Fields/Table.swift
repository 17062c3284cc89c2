/// A row of a case: an id, optional values, arrays of child rows.
public protocol TypedRow: Hashable, Sendable {
  static var table: Table<Self> { get }
  init()
  /// Unique within its table and case.
  var id: String { get set }
  /// Fills in what the row's own values imply, once they are read.
  mutating func fillImplied()
}

extension TypedRow {
  public mutating func fillImplied() {}
}

/// What a table is, said once.
public struct Table<Row: TypedRow>: Sendable {
  public let schema: Schema
  /// The fields whose values can be new to their list.
  let open: [Int]
  /// How each field is reached; a command that reads no row makes none.
  private let accesses: Lazy<[FieldAccess<Row>]>
  package var access: [FieldAccess<Row>] { accesses.value }
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
    open = fields.indices.filter { fields[$0].isOpen }
    accesses = Lazy { fields.map { $0.access() } }
    self.children = children
  }
}

/// A child table as its parent sees it: the only place where a row's type is hidden.
public struct Children<Parent: Sendable>: Sendable {
  let schema: Schema
  let get: @Sendable (Parent) -> [UntypedRow]
  let set: @Sendable (inout Parent, [UntypedRow], inout Problems) -> Void

  public init<Row: TypedRow>(
    _ path: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Parent, [Row]> & Sendable
  ) {
    schema = Row.table.schema
    let path = Lazy(path)
    get = { parent in parent[keyPath: path.value].map(\.plain) }
    set = { parent, rows, problems in
      parent[keyPath: path.value] = rows.map { Row($0, &problems) }
    }
  }
}

extension TypedRow {
  /// The row without its types.
  public var plain: UntypedRow {
    UntypedRow(
      id: id, cells: Self.table.access.map { $0.get(self) }, children: Self.table.children.map { $0.get(self) })
  }

  /// Reads a row whose id is settled; what does not fit is a problem and stays empty.
  public init(_ plain: UntypedRow, _ problems: inout Problems) {
    self.init()
    id = plain.id
    let table = Self.table
    let access = table.access
    for index in access.indices where plain.cells[index] != .null {
      do {
        try access[index].set(&self, plain.cells[index])
      } catch {
        problems.add(error, row: plain, of: table.schema, column: index)
      }
    }
    for index in table.schema.required where plain.cells[index] == .null {
      let name = table.schema.columns[index].name
      let fault = Fault("\(name) is missing", mend: "a \(table.schema.noun) cannot stand without it")
      problems.add(fault, row: plain, of: table.schema, column: index)
    }
    for column in table.open where plain.cells[column] != .null {
      if let fault = access[column].novelty(self) {
        problems.notice(fault, row: plain, of: table.schema, column: column)
      }
    }
    for (index, child) in table.children.enumerated() { child.set(&self, plain.children[index], &problems) }
    fillImplied()
  }
}
