/// A case being changed: rows added, fields set and emptied, rows taken away; judged as a whole at the end.
public struct CaseEdit: Sendable {
  private var row: PlainRow
  /// Rows that stand inside a row of the case, which may have no id before the end.
  private var nested: [(row: PlainRow, schema: Schema, parent: String?)] = []

  /// Begins with a stored case.
  public init(_ subject: Case) { row = subject.plain }

  /// Begins with nothing but an id.
  public init(newCase id: String) {
    row = PlainRow(of: Case.table.schema)
    row.id = id
  }

  /// Adds a row to a table.
  ///
  /// - Parameter parent: the id of the row that it stands in; needed where the case has several of them.
  public mutating func append(_ new: PlainRow, to schema: Schema, parent: String? = nil) {
    if let index = Case.table.schema.children.firstIndex(where: { $0 === schema }) {
      row.children[index].append(new)
    } else {
      nested.append((new, schema, parent))
    }
  }

  /// Sets a field, told by its path: `lesions/L4/muscle`, `cases/sex`; of the case itself also `sex`.
  public mutating func set(_ path: String, to value: Scalar) throws(Fault) {
    let (place, column) = try field(path)
    try change(place) { row, _ in row.cells[column] = value }
  }

  /// Empties a field.
  public mutating func unset(_ path: String) throws(Fault) { try set(path, to: .null) }

  /// Takes a row away, with what stands in it and the remarks on either.
  public mutating func remove(_ path: String) throws(Fault) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] != Case.table.schema.name else {
      throw Fault("\(path.quoted) names no row", mend: "write table/row, for example therapies/T3")
    }
    let schema = try Self.table(parts[0], in: path)
    var gone: Set<String> = []
    try change(Place(schema: schema, row: parts[1], path: path)) { row, isGone in
      gone = Set(row.kept(of: schema).map(\.path)).union([path])
      isGone = true
    }
    dropAnnotations { cell in cell.row.map { gone.contains("\(cell.table)/\($0)") } == true }
  }

  private mutating func dropAnnotations(where isAbout: (CellPath) -> Bool) {
    let schema = Annotation.table.schema
    guard let list = Case.table.schema.children.firstIndex(where: { $0 === schema }),
      let column = schema.index(of: "about")
    else { return }
    row.children[list].removeAll { annotation in
      guard let text = annotation.cells[column].written else { return false }
      do { return isAbout(try CellPath(parsing: text)) } catch { return false }
    }
  }

  /// Judges the case as a case file is judged.
  public func read() -> (subject: Case, problems: Problems) {
    var problems = Problems()
    var row = row
    if !nested.isEmpty {
      var ignored = Problems()
      _ = RowIDs.settle(&row, &ignored)
      for (new, schema, parent) in nested {
        do throws(Fault) {
          try Self.nest(new, of: schema, in: parent, &row)
        } catch {
          problems.add(Problem(path: schema.name, error))
        }
      }
    }
    return (Case.read(row, &problems), problems)
  }

  private struct Place {
    let schema: Schema
    /// The row's part of the path; empty for the case itself.
    let row: String
    let path: String
  }

  private func field(_ path: String) throws(Fault) -> (Place, column: Int) {
    let ofCase = Case.table.schema
    let written = path.utf8.contains(UInt8(ascii: "/")) ? path : "\(ofCase.name)/\(path)"
    let cell = try CellPath(parsing: written)
    let schema = try Self.table(cell.table, in: path)
    guard let name = cell.column else {
      throw Fault(
        "\(path.quoted) names a row and no field", mend: "write table/row/field, for example therapies/T3/route")
    }
    guard let column = schema.index(of: name) else {
      let isKey = name == "id" || name == "position" || name == schema.parentColumn
      throw Fault(
        isKey ? "\(name) says where a row stands and cannot be set" : "\(path.quoted) names no field",
        mend: isKey
          ? "remove the row and add it anew" : Suggestion.sentence(for: name, among: schema.columns.map(\.name)))
    }
    return (Place(schema: schema, row: cell.row ?? "", path: path), column)
  }

  private static func table(_ name: String, in path: String) throws(Fault) -> Schema {
    let tables = Case.table.schema.withDescendants
    if let schema = tables.first(where: { $0.name == name || $0.key == name || $0.link?.table == name }) {
      return schema
    }
    throw Fault("\(path.quoted) names no table", mend: Suggestion.sentence(for: name, among: tables.map(\.name)))
  }

  /// Finds a row and changes it; it goes when the change says so.
  private mutating func change(_ place: Place, _ body: (inout PlainRow, inout Bool) -> Void) throws(Fault) {
    var known: [String] = []
    func visit(_ row: inout PlainRow, _ schema: Schema) -> Bool {
      for (index, child) in schema.children.enumerated() {
        for position in row.children[index].indices {
          let parent = schema.identity == .wholeCase ? "" : row.id
          let key = child.key(ofRow: row.children[index][position].id, in: parent)
          if child === place.schema {
            known.append(key)
            guard key == place.row else { continue }
            var gone = false
            body(&row.children[index][position], &gone)
            if gone { row.children[index].remove(at: position) }
            return true
          }
          if visit(&row.children[index][position], child) { return true }
        }
      }
      return false
    }
    if place.schema.identity == .wholeCase {
      var gone = false
      return body(&row, &gone)
    }
    guard visit(&row, Case.table.schema) else {
      throw Fault(
        "\(place.path.quoted) names no row of this case",
        mend: known.isEmpty
          ? "it has no \(place.schema.name)" : "its \(place.schema.name) are \(known.joined(separator: ", "))")
    }
  }

  private static func nest(
    _ new: PlainRow, of schema: Schema, in parent: String?, _ row: inout PlainRow
  ) throws(Fault) {
    let ofCase = Case.table.schema
    guard
      let table = ofCase.children.firstIndex(where: { $0.children.contains { $0 === schema } }),
      let list = ofCase.children[table].children.firstIndex(where: { $0 === schema })
    else { throw Fault("a \(schema.noun) stands in no row of a case") }
    let noun = ofCase.children[table].noun
    let ids = row.children[table].map(\.id)
    guard let id = parent ?? (ids.count == 1 ? ids[0] : nil) else {
      throw Fault(
        "a \(schema.noun) belongs to a \(noun), and this case has \(ids.isEmpty ? "none" : "several")",
        mend: ids.isEmpty
          ? "add one first"
          : "add \(schema.parentColumn ?? "id")=\(ids[0]) to it, or another of \(ids.joined(separator: ", "))")
    }
    guard let position = ids.firstIndex(of: id) else {
      throw Fault(
        "\(id.quoted) is no \(noun) of this case",
        mend: ids.isEmpty ? "it has none yet" : "write one of \(ids.joined(separator: ", "))")
    }
    row.children[table][position].children[list].append(new)
  }
}
