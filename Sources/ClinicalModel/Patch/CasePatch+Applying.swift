extension CasePatch {
  /// The case that it and what is stored make together, to be read as a whole.
  ///
  /// Rows are taken away first, then fields are set, then rows are added and laid, then absences noted.
  ///
  /// - Parameter stored: nil when there is no such case yet.
  /// - Throws: a fault when a path names nothing of the case.
  public func applied(to stored: UntypedRow?, _ problems: inout Problems) throws(Fault) -> UntypedRow {
    var whole = stored ?? UntypedRow(of: Case.table.schema)
    whole.id = id
    for path in removals { try whole.remove(path) }
    for (path, value) in fields { try whole.set(path, to: value) }
    let rows = named.rows
    if stored != nil { whole.dropAbsences(endedBy: rows) }
    var placed: [Row] = []
    for row in rows where row.schema.parentColumn == nil {
      if whole.place(row) { placed.append(row) } else { problems.notice(row.untold) }
    }
    if rows.contains(where: { $0.standing == .added && $0.schema.parentColumn != nil }) {
      var ignored = Problems()
      _ = RowIDs.assign(&whole, &ignored)
    }
    for row in rows where row.schema.parentColumn != nil {
      do throws(Fault) {
        if try whole.nest(row) { placed.append(row) } else { problems.notice(row.untold) }
      } catch {
        problems.add(
          Problem(path: row.standing == .added ? row.schema.name : "\(row.schema.name)/\(row.row.id)", error))
      }
    }
    for row in placed {
      for (field, reason) in row.absences { whole.note(absent: row, field, reason) }
    }
    return whole
  }

  /// With an id for each row that is laid: its own, else the one that a file of these rows alone would give, so that the
  /// next import finds it again.
  public var named: CasePatch {
    var ids = RowNumbering()
    for row in rows where row.standing == .laid { ids.take(row.row.id, in: row.schema) }
    var patch = self
    for index in rows.indices where rows[index].standing == .laid && rows[index].row.id.isEmpty {
      guard let free = ids.free(for: rows[index].row, of: rows[index].schema, caseID: id) else { continue }
      patch.rows[index].row.id = free
      if case .numbered = rows[index].schema.identity { patch.rows[index].isNumbered = true }
    }
    return patch
  }
}

extension UntypedRow {
  /// Puts a row among those of one of the case's own tables.
  ///
  /// - Returns: false when there is no such row and nobody says that there is.
  fileprivate mutating func place(_ row: CasePatch.Row) -> Bool {
    guard let table = Case.table.schema.children.firstIndex(where: { $0 === row.schema }) else {
      fill(row)
      return true
    }
    if row.standing == .laid, let position = children[table].firstIndex(where: { $0.isOne(with: row) }) {
      children[table][position].fill(row)
    } else if row.isTold {
      children[table].append(row.row)
    } else {
      return false
    }
    return true
  }

  /// Puts a row inside another.
  ///
  /// - Returns: as ``place(_:)``.
  /// - Throws: why it has no place.
  fileprivate mutating func nest(_ row: CasePatch.Row) throws(Fault) -> Bool {
    let ofCase = Case.table.schema
    guard let table = ofCase.children.firstIndex(where: { $0.children.contains { $0 === row.schema } }),
      let list = ofCase.children[table].children.firstIndex(where: { $0 === row.schema })
    else { throw Fault("a \(row.schema.noun) stands in no row of a case") }
    let isNamed = if case .named = row.schema.identity { true } else { false }
    let found =
      row.standing == .added
      ? nil
      : children[table].firstIndex { parent in
        (!isNamed || parent.id == row.parent) && parent.children[list].contains { $0.id == row.row.id }
      }
    if found == nil, !row.isTold { return false }
    let home = try home(of: row, in: table, now: found)
    var nested = row.row
    if let found, let position = children[table][found].children[list].firstIndex(where: { $0.id == row.row.id }) {
      children[table][found].children[list][position].fill(row)
      if found == home { return true }
      nested = children[table][found].children[list].remove(at: position)
    }
    children[table][home].children[list].append(nested)
    return true
  }

  /// The row in which a nested one belongs: the one that it names, else where it is now, else the only one. A case that
  /// has none gets one of which nothing else is known, where that can stand and nobody types.
  private mutating func home(of row: CasePatch.Row, in table: Int, now: Int?) throws(Fault) -> Int {
    let schema = Case.table.schema.children[table]
    if row.standing == .laid, children[table].isEmpty, row.parent == nil, case .numbered(let letter) = schema.identity,
      !schema.columns.contains(where: \.required)
    {
      var made = UntypedRow(of: schema)
      made.id = letter + "1"
      children[table].append(made)
    }
    let ids = children[table].map(\.id)
    guard let parent = row.parent ?? now.map({ ids[$0] }) ?? (ids.count == 1 ? ids[0] : nil) else {
      throw Fault(
        "a \(row.schema.noun) belongs to a \(schema.noun), and this case has \(ids.isEmpty ? "none" : "several")",
        mend: row.mend(forParentAmong: ids, of: schema))
    }
    guard let home = ids.firstIndex(of: parent) else {
      throw Fault(
        "\(parent.quoted) is no \(schema.noun) of this case",
        mend: ids.isEmpty
          ? row.standing == .added ? "it has none yet" : "it has none"
          : "write one of \(ids.joined(separator: ", "))")
    }
    return home
  }

  private mutating func fill(_ row: CasePatch.Row) {
    for (index, cell) in row.row.cells.enumerated() where cell != .null { cells[index] = cell }
  }

  /// Whether a stored row is the one that is laid over it: by its id; a publication also by its DOI or PubMed id.
  func isOne(with row: CasePatch.Row) -> Bool {
    if id == row.row.id { return true }
    guard row.schema.identity == .publication else { return false }
    func cell(_ cells: [Scalar], _ name: String) -> String? { row.schema.index(of: name).flatMap { cells[$0].written } }
    if let mine = Source.id(doi: cell(cells, "doi")), mine == Source.id(doi: cell(row.row.cells, "doi")) { return true }
    return cell(cells, "pmid").map { $0 == cell(row.row.cells, "pmid") } ?? false
  }
}

extension CasePatch.Row {
  fileprivate var untold: Problem {
    let fault = Fault(
      "all that the sheet says of it is that nothing is known, so there is no such row",
      mend: "fill in one value that is known, or leave all its cells blank")
    return Problem(path: "\(schema.name)/\(row.id)", fault)
  }

  fileprivate func mend(forParentAmong ids: [String], of parent: Schema) -> Message {
    switch standing {
    case .added:
      ids.isEmpty
        ? "add one first"
        : "add \(schema.parentColumn ?? "id")=\(ids[0]) to it, or another of \(ids.joined(separator: ", "))"
    case .laid:
      ids.isEmpty
        ? "add a column of the \(parent.noun)" : "say which in \(schema.name)/\(row.id)/\(schema.parentColumn ?? "")"
    }
  }
}
