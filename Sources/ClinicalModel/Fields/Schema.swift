/// A table as everything but its own declaration sees it: names, columns and child tables, without types.
///
/// One object a table; two schemas are equal when they are the same object.
public final class Schema: Sendable {
  /// The table's name in the database, in paths and in the dictionary.
  public let name: String
  /// The key of its list in a case file (`observations`).
  public let key: String
  /// The word for one row in a message.
  public let noun: String
  /// One sentence: what one row is.
  public let meaning: String
  public let identity: RowIdentity
  /// The column of the database that names the parent row; nil where the parent is the case.
  public let parentColumn: String?
  /// Set when several cases share the rows.
  public let link: SharedLink?
  public let columns: [Column]
  public let children: [Schema]
  /// The columns that name rows of other tables, with the table.
  let references: [(column: Int, table: String)]
  /// The columns that hold dates.
  package let dates: [Int]
  /// The columns without which a row cannot stand.
  let required: [Int]
  /// The positions of the columns in the order of their names, which stays when columns are added.
  public let byName: [Int]
  private let positions: [String: Int]

  init(
    name: String, key: String, noun: String, meaning: String, identity: RowIdentity, parentColumn: String?,
    link: SharedLink?, columns: [Column], children: [Schema]
  ) {
    self.name = name
    self.key = key
    self.noun = noun
    self.meaning = meaning
    self.identity = identity
    self.parentColumn = parentColumn
    self.link = link
    self.columns = columns
    self.children = children
    references = columns.enumerated().compactMap { index, column in
      if case .reference(let table) = column.kind { (index, table) } else { nil }
    }
    required = columns.indices.filter { columns[$0].required }
    dates = columns.indices.filter { columns[$0].kind == .date }
    byName = columns.indices.sorted { columns[$0].name < columns[$1].name }
    positions = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
  }

  /// The position of a column; nil when the table has none of that name.
  public func index(of column: String) -> Int? { positions[column] }

  /// The table itself, then its children, their children and so on.
  public var withDescendants: [Schema] { [self] + children.flatMap(\.withDescendants) }
}

/// Where the id of a row comes from.
public enum RowIdentity: Hashable, Sendable {
  /// The case itself, whose id every row carries.
  case wholeCase
  /// Given in the file, else this letter and the next free number.
  case numbered(String)
  /// The row has no id but the one of the row of another table that this column names.
  case named(by: String, of: String)
  /// A publication: given, else made of what identifies it everywhere.
  case publication
}

/// How a row that several cases share is tied to one of them.
public struct SharedLink: Hashable, Sendable {
  /// The table of the ties.
  public let table: String
  /// The column of that table which names the shared row.
  public let key: String
  /// The columns that belong to the tie and not to the shared row.
  public let columns: Set<String>
  /// One sentence: what one tie is.
  public let meaning: String
}
