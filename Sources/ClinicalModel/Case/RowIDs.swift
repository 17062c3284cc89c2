/// The ids of a case's rows, settled over plain rows: missing ones numbered, repeated ones and references to nowhere
/// reported.
struct RowIDs {
  /// The ids of each table, in order; of a target therapy and lesion (`T1.L1`).
  private(set) var known: [String: [String]] = [:]
  private var numbering = RowNumbering()

  /// Settles the ids of a whole case.
  static func assign(_ row: inout UntypedRow, _ problems: inout Problems) -> RowIDs {
    var ids = RowIDs()
    let schema = Case.table.schema
    ids.collect(row, schema, &problems)
    let caseID = row.id
    ids.number(&row, schema, caseID: caseID)
    ids.checkReferences(row, schema, parent: "", &problems)
    return ids
  }

  private mutating func collect(_ row: UntypedRow, _ schema: Schema, _ problems: inout Problems) {
    for (index, child) in schema.children.enumerated() {
      for row in row.children[index] {
        collect(row, child, &problems)
        if row.id.isEmpty { continue }
        if case .named = child.identity { continue }
        do {
          _ = child.identity == .publication ? try Identifier(parsing: row.id).text : try RowID(parsing: row.id).text
        } catch {
          problems.add(Problem(line: row.line, path: "\(child.name)/\(row.id)", error))
        }
        if !numbering.take(row.id, in: child) {
          let fault = Fault(
            "the id \(row.id) stands twice in \(child.name)", mend: "give each row an id of its own, or leave ids out")
          problems.add(Problem(line: row.line, path: "\(child.name)/\(row.id)", fault))
        }
      }
    }
  }

  private mutating func number(_ row: inout UntypedRow, _ schema: Schema, caseID: String) {
    for (index, child) in schema.children.enumerated() {
      for position in row.children[index].indices {
        var settled = row.children[index][position]
        if settled.id.isEmpty, let free = numbering.free(for: settled, of: child, caseID: caseID) { settled.id = free }
        known[child.name, default: []].append(child.key(ofRow: settled.id, in: row.id))
        number(&settled, child, caseID: caseID)
        row.children[index][position] = settled
      }
    }
  }

  private func checkReferences(_ row: UntypedRow, _ schema: Schema, parent: String, _ problems: inout Problems) {
    for (column, table) in schema.references {
      guard let id = row.cells[column].written else { continue }
      if known[table]?.contains(id) != true {
        let path = schema.path(row: row.id, column: schema.columns[column].name)
        problems.add(Problem(line: row.line(ofCell: column), path: path, missing(id, table)))
      }
    }
    if case .named(_, let table) = schema.identity, known[table]?.contains(row.id) != true {
      problems.add(Problem(line: row.line, path: "\(schema.name)/\(parent).\(row.id)", missing(row.id, table)))
    }
    for (index, child) in schema.children.enumerated() {
      var targets: Set<String> = []
      for target in row.children[index] {
        checkReferences(target, child, parent: row.id, &problems)
        if case .named = child.identity, !targets.insert(target.id).inserted {
          let fault = Fault("\(target.id) stands twice in \(child.key) of \(row.id)", mend: "name it once")
          problems.add(Problem(line: target.line, path: "\(child.name)/\(row.id).\(target.id)", fault))
        }
      }
    }
  }

  private func missing(_ id: String, _ table: String) -> Fault {
    let rows = known[table] ?? []
    return Fault(
      "\(id.quoted) is no row of \(table)",
      mend: rows.isEmpty ? "this case has no \(table) yet" : "\(table) of this case: \(rows.joined(separator: ", "))")
  }
}

extension Source {
  /// The id of a source that brings none: from its DOI, else from first author and year, else from the case.
  static func id(_ cells: [Scalar], caseID: String) -> String {
    func cell(_ name: String) -> String? { table.schema.index(of: name).flatMap { cells[$0].written } }
    return id(doi: cell("doi")) ?? id(authors: cell("authors"), year: cell("year"))
      ?? Identifier(squeezing: caseID + "-source")?.text ?? "source"
  }

  /// An id made of a DOI; nil when there is none that can be read.
  static func id(doi: String?) -> String? {
    guard let doi else { return nil }
    do { return Identifier(squeezing: try DOI(parsing: doi).text)?.text } catch { return nil }
  }

  /// `kodama2024`; nil when author or year is not known.
  fileprivate static func id(authors: String?, year: String?) -> String? {
    guard let authors, let year else { return nil }
    let name = authors.prefix { $0 != " " && $0 != "," && $0 != ";" }.lowercased()
    return Identifier(squeezing: name + year)?.text
  }
}
