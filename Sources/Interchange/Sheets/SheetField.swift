import ClinicalModel
import ClinicalRules

/// What a column of a wide sheet holds, as its header says: the path of a field, as `edit --set` takes it.
///
/// | header | holds |
/// |---|---|
/// | `case_id` | the id of the case |
/// | `sex` | a field of the case itself |
/// | `lesions/L1/muscle` | a field of the row L1 |
/// | `sources/1/doi` | a field of the first source of the row, whose id is made of its DOI |
/// | `therapies/T1/targets` | the rows that T1 names, parted by a plus: `L1+L2` |
/// | `age`, `lesion_observations/O1/size` | what the options of that name take: `60..69`, `42x37x44mm` |
/// | `site_group` | a column that the registry derives itself: compared, never stored |
enum SheetField: Hashable, Sendable {
  case id
  case cell(SheetRow, column: Int)
  case parent(SheetRow)
  case names(SheetRow, child: Int)
  case rowID(SheetRow)
  case age
  case size(SheetRow)
  case derived(Int)
}

/// A row of a case as the headers of a sheet name it.
struct SheetRow: Hashable, Sendable {
  let schema: Schema
  let key: String

  static func == (a: SheetRow, b: SheetRow) -> Bool { a.schema === b.schema && a.key == b.key }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// The parent and the id that a key names; of a target `T1.L1`.
  var parts: (parent: String?, id: String) {
    switch schema.identity {
    case .wholeCase, .publication: return (nil, "")
    case .numbered: return (nil, key)
    case .named:
      let dot = key.firstIndex(of: ".") ?? key.endIndex
      return (String(key[..<dot]), String(key[dot...].dropFirst()))
    }
  }
}

extension SheetField {
  /// Reads a header.
  ///
  /// - Throws: a fault with the nearest known names.
  init(header: String) throws(Fault) {
    let ofCase = Case.table.schema
    guard header.utf8.contains(UInt8(ascii: "/")) else {
      self = try Self.simple(header)
      return
    }
    let path: CellPath
    do { path = try CellPath(parsing: header) } catch {
      throw Fault("\(header.quoted) names no field", mend: Self.mend)
    }
    if path.table == ofCase.name, let column = path.column {
      self = try Self.simple(column)
      return
    }
    let tables = ofCase.withDescendants.dropFirst()
    guard
      let schema = tables.first(where: { $0.name == path.table || $0.key == path.table || $0.link?.table == path.table }
      )
    else {
      throw Fault(
        "\(header.quoted) names no table", mend: Suggestion.sentence(for: path.table, among: tables.map(\.name)))
    }
    guard let name = path.column, let key = path.row else {
      throw Fault("\(header.quoted) names no field", mend: Self.mend)
    }
    let row = SheetRow(schema: schema, key: key)
    try row.checkKey(in: header)
    if let column = schema.index(of: name) {
      self = .cell(row, column: column)
    } else if name == schema.parentColumn, schema.identity != .wholeCase {
      self = .parent(row)
    } else if name == "id", schema.identity == .publication {
      self = .rowID(row)
    } else if name == "size", schema.index(of: "size1_mm") != nil {
      self = .size(row)
    } else if let child = schema.children.firstIndex(where: { $0.key == name && $0.isNamed }) {
      self = .names(row, child: child)
    } else {
      let known = schema.columns.map(\.name) + schema.children.filter(\.isNamed).map(\.key)
      throw Fault("\(header.quoted) names no field", mend: Suggestion.sentence(for: name, among: known))
    }
  }

  static let mend: Message = "write table/row/field, for example lesions/L1/muscle"

  private static func simple(_ name: String) throws(Fault) -> SheetField {
    let ofCase = Case.table.schema
    if name == "case_id" || name == "id" { return .id }
    if name == "age" { return .age }
    if let column = ofCase.index(of: name) { return .cell(SheetRow(schema: ofCase, key: ""), column: column) }
    if let fact = DerivedVariables.columns.firstIndex(where: { $0.name == name }) { return .derived(fact) }
    if let schema = ofCase.withDescendants.first(where: { $0.index(of: name) != nil }) {
      throw Fault(
        "\(name.quoted) is a field of \(schema.name)",
        mend: "say of which row: \(schema.name)/\(schema.firstID)/\(name)")
    }
    let own = ofCase.columns.map(\.name)
    let known = own + DerivedVariables.columns.map(\.name).filter { !own.contains($0) }
    let near = Nearest.words(to: name, among: known)
    throw Fault(
      "\(name.quoted) is no field of a case",
      mend: near.isEmpty
        ? "\(action: .run(.sheetTemplate)) prints the names that are"
        : "did you mean \(near.joined(separator: " or "))?")
  }
}

extension SheetRow {
  /// A row is named by its id; a publication, whose id is made of what identifies it, by its number.
  fileprivate func checkKey(in header: String) throws(Fault) {
    switch schema.identity {
    case .wholeCase: break
    case .publication:
      guard !key.isEmpty, key.utf8.allSatisfy(\.isDigit) else {
        throw Fault("\(header.quoted) names no source", mend: "number the sources of a row: sources/1/doi")
      }
    case .numbered:
      do { _ = try RowID(parsing: key) } catch { throw Fault("\(header.quoted) names no row", mend: error.mend) }
    case .named:
      guard key.split(separator: ".").count == 2 else {
        throw Fault("\(header.quoted) names no row", mend: "write \(schema.name)/T1.L1/…")
      }
    }
  }
}

extension Schema {
  var isNamed: Bool { if case .named = identity { true } else { false } }

  /// How the first row of a case is called.
  var firstID: String {
    switch identity {
    case .wholeCase: ""
    case .publication: "1"
    case .numbered(let letter): letter + "1"
    case .named: "T1.L1"
    }
  }
}

extension SheetField {
  /// Whether a problem at this path is one of its cells.
  func holds(_ path: String) -> Bool {
    switch self {
    case .id: path == "cases/id"
    case .age: ["cases/age_min", "cases/age_max", "cases/age_at"].contains(path)
    case .cell(let row, let column): row.holds(path, column: row.schema.columns[column].name)
    case .parent(let row): row.holds(path, column: row.schema.parentColumn ?? "")
    case .rowID(let row): row.holds(path, column: "id")
    case .size(let row): ["size1_mm", "size2_mm", "size3_mm"].contains { row.holds(path, column: $0) }
    case .names(let row, let child): path.hasPrefix("\(row.schema.children[child].name)/\(row.key).")
    case .derived(let fact): path == DerivedVariables.columns[fact].name
    }
  }
}

extension SheetRow {
  /// Of a publication only the field is compared: its id is another one than the number that the sheet gives it.
  fileprivate func holds(_ path: String, column: String) -> Bool {
    schema.identity == .publication
      ? path.hasPrefix(schema.name + "/") && path.hasSuffix("/" + column)
      : path == schema.path(row: key, column: column)
  }
}
