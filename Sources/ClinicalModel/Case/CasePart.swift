/// What a sheet tells of a case: rows with the values that it has, to be laid over what is stored.
///
/// Nothing is ever taken away by it: a value that it does not have stays as it is.
public struct CasePart: Sendable {
  public struct Row: Sendable {
    public let schema: Schema
    /// As the sheet gives it; empty where it gives none.
    public var id: String
    /// The row that it stands in; nil where the sheet does not say.
    public var parent: String?
    public var cells: [Scalar]
    /// The fields that the sheet says have no value, and why.
    public var absences: [(field: String, reason: String)] = []

    public init(of schema: Schema, id: String, parent: String? = nil) {
      self.schema = schema
      self.id = id
      self.parent = parent
      cells = Array(repeating: .null, count: schema.columns.count)
    }

    /// Whether the sheet says that there is such a row; one of which it only says that nothing is known is none.
    public var isTold = true
    /// Whether its id is only its place among the rows of the sheet.
    public internal(set) var isNumbered = false
  }

  /// The id of the case.
  public var id: String
  public var rows: [Row] = []

  public init(id: String) { self.id = id }

  /// The case that it and what is stored make together.
  ///
  /// - Parameter stored: nil when there is no such case yet.
  public func laid(over stored: PlainRow?, _ problems: inout Problems) -> PlainRow {
    var whole = stored ?? PlainRow(of: Case.table.schema)
    whole.id = id
    let named = named.rows
    if stored != nil { whole.dropAbsences(endedBy: named) }
    var laid: [Row] = []
    for row in named where row.schema.parentColumn == nil {
      if whole.lay(row) { laid.append(row) } else { problems.notice(row.untold) }
    }
    for row in named where row.schema.parentColumn != nil {
      do throws(Fault) {
        if try whole.nest(row) { laid.append(row) } else { problems.notice(row.untold) }
      } catch {
        problems.add(Problem(path: "\(row.schema.name)/\(row.id)", error))
      }
    }
    for row in laid {
      for (field, reason) in row.absences { whole.note(absent: row, field, reason) }
    }
    return whole
  }
}

extension CasePart {
  /// The same with an id for each row: the one that the sheet gives, else the one that the next import will find again.
  public var named: CasePart {
    var part = self
    part.rows = rows.naming(in: id)
    return part
  }
}

extension [CasePart.Row] {
  /// Rows without an id get the one that a file of them alone would give, so that the next import finds them again.
  fileprivate func naming(in caseID: String) -> Self {
    var taken: [String: Set<String>] = [:]
    for row in self { taken[row.schema.name, default: []].insert(row.id) }
    var next: [String: Int] = [:]
    return map { row in
      guard row.id.isEmpty else { return row }
      var row = row
      let table = row.schema.name
      switch row.schema.identity {
      case .numbered(let letter):
        row.isNumbered = true
        repeat {
          next[table, default: 0] += 1
          row.id = letter + String(next[table] ?? 1)
        } while !taken[table, default: []].insert(row.id).inserted
      case .publication:
        let known = Source.id(row.cells, caseID: caseID)
        row.id = known
        var number = 1
        while !taken[table, default: []].insert(row.id).inserted {
          number += 1
          row.id = "\(known)-\(number)"
        }
      case .wholeCase, .named: break
      }
      return row
    }
  }
}

extension PlainRow {
  /// Lays a row over one of the case's own tables, or adds it.
  ///
  /// - Returns: false when there is no such row and the sheet does not say that there is.
  fileprivate mutating func lay(_ row: CasePart.Row) -> Bool {
    guard let table = Case.table.schema.children.firstIndex(where: { $0 === row.schema }) else {
      fill(row)
      return true
    }
    if let position = children[table].firstIndex(where: { $0.isOne(with: row) }) {
      children[table][position].fill(row)
    } else if row.isTold {
      children[table].append(PlainRow(row))
    } else {
      return false
    }
    return true
  }

  /// Lays a row over one that stands inside another, or adds it there.
  ///
  /// - Returns: as ``lay(_:)``.
  /// - Throws: why it has no place.
  fileprivate mutating func nest(_ row: CasePart.Row) throws(Fault) -> Bool {
    let ofCase = Case.table.schema
    guard let table = ofCase.children.firstIndex(where: { $0.children.contains { $0 === row.schema } }),
      let list = ofCase.children[table].children.firstIndex(where: { $0 === row.schema })
    else { throw Fault("a \(row.schema.noun) stands in no row of a case") }
    let isNamed = if case .named = row.schema.identity { true } else { false }
    let found = children[table].firstIndex { parent in
      (!isNamed || parent.id == row.parent) && parent.children[list].contains { $0.id == row.id }
    }
    if found == nil, !row.isTold { return false }
    let home = try home(of: row, in: table, now: found)
    var nested = PlainRow(row)
    if let found, let position = children[table][found].children[list].firstIndex(where: { $0.id == row.id }) {
      children[table][found].children[list][position].fill(row)
      if found == home { return true }
      nested = children[table][found].children[list].remove(at: position)
    }
    children[table][home].children[list].append(nested)
    return true
  }

  /// The row in which a nested one belongs: the one that it names, else where it is now, else the only one. A case that
  /// has none gets one of which nothing else is known, where that can stand.
  private mutating func home(of row: CasePart.Row, in table: Int, now: Int?) throws(Fault) -> Int {
    let schema = Case.table.schema.children[table]
    if children[table].isEmpty, row.parent == nil, case .numbered(let letter) = schema.identity,
      !schema.columns.contains(where: \.required)
    {
      var made = PlainRow(of: schema)
      made.id = letter + "1"
      children[table].append(made)
    }
    let ids = children[table].map(\.id)
    guard let parent = row.parent ?? now.map({ ids[$0] }) ?? (ids.count == 1 ? ids[0] : nil) else {
      throw Fault(
        "a \(row.schema.noun) belongs to a \(schema.noun), and this case has \(ids.isEmpty ? "none" : "several")",
        mend: ids.isEmpty
          ? "add a column of the \(schema.noun)"
          : "say which in \(row.schema.name)/\(row.id)/\(row.schema.parentColumn ?? "")")
    }
    guard let home = ids.firstIndex(of: parent) else {
      throw Fault(
        "\(parent.quoted) is no \(schema.noun) of this case",
        mend: ids.isEmpty ? "it has none" : "write one of \(ids.joined(separator: ", "))")
    }
    return home
  }

  /// Takes the stored remarks away that a value is absent which a row brings.
  fileprivate mutating func dropAbsences(endedBy rows: [CasePart.Row]) {
    let schema = Annotation.table.schema
    guard let (list, about, kind, _) = Self.absence else { return }
    guard children[list].contains(where: { $0.cells[kind].written == AnnotationKind.absent.rawValue }) else { return }
    var told: Set<String> = []
    for row in rows where row.schema !== schema {
      for (column, cell) in zip(row.schema.columns, row.cells) where cell != .null {
        told.insert(row.path(of: column.name))
      }
    }
    let values = Set(kept(of: Case.table.schema).flatMap { row in row.values.map { row.path(of: $0.name) } })
    children[list].removeAll { annotation in
      guard annotation.cells[kind].written == AnnotationKind.absent.rawValue,
        let path = annotation.cells[about].written
      else { return false }
      return told.contains(path) && !values.contains(path)
    }
  }

  /// Says that a field has no value, and why.
  fileprivate mutating func note(absent row: CasePart.Row, _ field: String, _ reason: String) {
    let path = row.path(of: field)
    guard let (list, about, kind, why) = Self.absence else { return }
    if let column = row.schema.index(of: field) { clear(row, column) }
    let found = children[list].firstIndex {
      $0.cells[about].written == path && $0.cells[kind].written == AnnotationKind.absent.rawValue
    }
    if let found {
      let mark = AbsenceMark(for: children[list][found].cells[why].written)
      if mark != AbsenceMark(for: reason) { children[list][found].cells[why] = .text(reason) }
      return
    }
    var annotation = PlainRow(of: Annotation.table.schema)
    annotation.cells[about] = .text(path)
    annotation.cells[kind] = .text(AnnotationKind.absent.rawValue)
    annotation.cells[why] = .text(reason)
    children[list].append(annotation)
  }

  /// The table of annotations in a case, and its columns `about`, `kind` and `reason`.
  private static let absence: (list: Int, about: Int, kind: Int, reason: Int)? = {
    let schema = Annotation.table.schema
    guard let list = Case.table.schema.children.firstIndex(where: { $0 === schema }),
      let about = schema.index(of: "about"), let kind = schema.index(of: "kind"),
      let reason = schema.index(of: "reason")
    else { return nil }
    return (list, about, kind, reason)
  }()

  private mutating func clear(_ row: CasePart.Row, _ column: Int) {
    if row.schema.identity == .wholeCase {
      cells[column] = .null
      return
    }
    for (table, child) in Case.table.schema.children.enumerated() {
      for position in children[table].indices {
        if child === row.schema, children[table][position].isOne(with: row) {
          children[table][position].cells[column] = .null
        }
        for (list, nested) in child.children.enumerated() where nested === row.schema {
          for index in children[table][position].children[list].indices
          where children[table][position].children[list][index].id == row.id {
            children[table][position].children[list][index].cells[column] = .null
          }
        }
      }
    }
  }

  private mutating func fill(_ row: CasePart.Row) {
    for (index, cell) in row.cells.enumerated() where cell != .null { cells[index] = cell }
  }

  private init(_ row: CasePart.Row) {
    self.init(of: row.schema)
    id = row.id
    cells = row.cells
  }

  /// Whether a stored row is what a row of a sheet means: by its id; a publication also by its DOI or PubMed id.
  private func isOne(with row: CasePart.Row) -> Bool {
    if id == row.id { return true }
    guard row.schema.identity == .publication else { return false }
    func cell(_ cells: [Scalar], _ name: String) -> String? { row.schema.index(of: name).flatMap { cells[$0].written } }
    if let mine = Source.id(doi: cell(cells, "doi")), mine == Source.id(doi: cell(row.cells, "doi")) { return true }
    return cell(cells, "pmid").map { $0 == cell(row.cells, "pmid") } ?? false
  }
}

extension CasePart.Row {
  fileprivate var untold: Problem {
    let fault = Fault(
      "all that the sheet says of it is that nothing is known, so there is no such row",
      mend: "fill in one value that is known, or leave all its cells blank")
    return Problem(path: "\(schema.name)/\(id)", fault)
  }

  /// `lesions/L1/muscle`, `cases/sex`.
  public func path(of column: String) -> String {
    schema.path(row: schema.key(ofRow: id, in: parent ?? ""), column: column)
  }
}
