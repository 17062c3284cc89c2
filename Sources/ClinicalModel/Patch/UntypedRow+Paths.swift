/// The fields and rows of a case by their paths.
extension UntypedRow {
  /// Sets a field, told by its path: `lesions/L4/muscle`, `cases/sex`; of the case itself also `sex`.
  mutating func set(_ path: String, to value: Scalar) throws(Fault) {
    let (place, column) = try Self.field(path)
    try change(place) { row, _ in row.cells[column] = value }
  }

  /// Takes a row away, with what stands in it and the remarks on either.
  mutating func remove(_ path: String) throws(Fault) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] != Case.table.schema.name else {
      throw Fault("\(path.quoted) names no row", mend: "write table/row, for example therapies/T3")
    }
    let schema = try Self.table(parts[0], in: path)
    var gone: Set<String> = []
    try change(Place(schema: schema, row: parts[1], path: path)) { row, isGone in
      gone = Set(row.flattened(of: schema).map(\.path)).union([path])
      isGone = true
    }
    dropAnnotations { cell in cell.row.map { gone.contains("\(cell.table)/\($0)") } == true }
  }

  private struct Place {
    let schema: Schema
    /// The row's part of the path; empty for the case itself.
    let row: String
    let path: String
  }

  private static func field(_ path: String) throws(Fault) -> (Place, column: Int) {
    let ofCase = Case.table.schema
    let written = path.utf8.contains(UInt8(ascii: "/")) ? path : "\(ofCase.name)/\(path)"
    let cell = try CellPath(parsing: written)
    let schema = try table(cell.table, in: path)
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
  private mutating func change(_ place: Place, _ body: (inout UntypedRow, inout Bool) -> Void) throws(Fault) {
    var known: [String] = []
    func visit(_ row: inout UntypedRow, _ schema: Schema) -> Bool {
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
      return body(&self, &gone)
    }
    guard visit(&self, Case.table.schema) else {
      throw Fault(
        "\(place.path.quoted) names no row of this case",
        mend: known.isEmpty
          ? "it has no \(place.schema.name)" : "its \(place.schema.name) are \(known.joined(separator: ", "))")
    }
  }
}
