import ClinicalModel

/// The SQL of one table and its children, made once from the declaration.
final class StoredTable: Sendable {
  static let cases = StoredTable(Case.table.schema, number: 0)

  let schema: Schema
  /// Its place among the tables.
  let number: Int
  /// How many tables it and its descendants are.
  let count: Int
  /// The rows of a case in their order: id of the parent row or null, id, position, columns.
  let select: String
  /// The rows of many cases, case by case in their order: id of the case, of the parent row if there is one, of the row
  /// if it is not the case; columns. A condition on the case `c` and the order follow.
  let selectMany: String
  let orderMany: String
  let insert: String
  let children: [StoredTable]
  /// The columns of the row itself; of a shared row those that do not belong to the tie.
  let own: [Int]
  /// The columns of the tie between a shared row and its case, and its SQL.
  let tied: [Int]
  let tie: String?

  private init(_ schema: Schema, number: Int) {
    self.schema = schema
    self.number = number
    var next = number + 1
    children = schema.children.map { child in
      defer { next += child.withDescendants.count }
      return StoredTable(child, number: next)
    }
    count = next - number
    let names = schema.columns.map(\.name)
    tied = names.indices.filter { schema.link?.columns.contains(names[$0]) == true }
    let tied = tied
    own = names.indices.filter { !tied.contains($0) }
    let ownNames = own.map { names[$0] }
    switch schema.identity {
    case .wholeCase:
      select = "SELECT \(Self.list(["NULL", "id", "1"] + names)) FROM cases WHERE id = ?"
      selectMany = "SELECT \(Self.list((["id"] + names).map { "c." + $0 })) FROM cases c WHERE c.id"
      orderMany = "c.id"
      insert = Self.upsert("cases", ["id"] + names)
      tie = nil
    case .publication:
      let link = schema.link?.table ?? ""
      let key = schema.link?.key ?? ""
      let columns = names.indices.map { (tied.contains($0) ? "l." : "s.") + names[$0] }
      select =
        "SELECT \(Self.list(["NULL", "s.id", "l.position"] + columns)) FROM \(link) l JOIN \(schema.name) s ON s.id = l.\(key) "
        + "WHERE l.case_id = ? ORDER BY l.position"
      selectMany =
        "SELECT \(Self.list(["l.case_id", "s.id"] + columns)) FROM \(link) l JOIN \(schema.name) s ON s.id = l.\(key) "
        + "WHERE l.case_id"
      orderMany = "l.case_id, l.position"
      insert = Self.upsert(schema.name, ["id"] + ownNames)
      tie = Self.insert(link, ["case_id", key, "position"] + tied.map { names[$0] })
    case .numbered, .named:
      let id = if case .named(let column, _) = schema.identity { column } else { "id" }
      let keys = [schema.parentColumn ?? "NULL", id, "position"]
      select = "SELECT \(Self.list(keys + names)) FROM \(schema.name) WHERE case_id = ? ORDER BY position"
      let many = ["case_id"] + [schema.parentColumn].compactMap { $0 } + [id] + names
      selectMany = "SELECT \(Self.list(many)) FROM \(schema.name) WHERE case_id"
      orderMany = "case_id, position"
      insert = Self.insert(
        schema.name, ["case_id"] + [schema.parentColumn].compactMap { $0 } + [id, "position"] + names)
      tie = nil
    }
  }

  /// The name of the table whose rows belong to one case alone.
  var ownedTable: String { schema.link?.table ?? schema.name }

  var withDescendants: [StoredTable] { [self] + children.flatMap(\.withDescendants) }

  private static func insert(_ table: String, _ columns: [String]) -> String {
    "INSERT INTO \(table) (\(list(columns))) VALUES (\(list(columns.map { _ in "?" })))"
  }

  private static func upsert(_ table: String, _ columns: [String]) -> String {
    let updates = columns.dropFirst().map { "\($0) = excluded.\($0)" }
    return insert(table, columns) + " ON CONFLICT (id) DO UPDATE SET \(list(updates))"
  }

  private static func list(_ items: [String]) -> String { items.joined(separator: ", ") }
}
