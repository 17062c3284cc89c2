import ClinicalModel
package import Syntax

/// Reads one case from the node of a case file, collecting every problem with its place.
package struct CaseFileReader {
  /// The version of the case file format that is read and written.
  package static let version = 1
  static let versionKey = "psoas_case"

  private var problems = Problems()

  package static func read(_ node: DocumentNode) -> IncomingCase {
    var reader = CaseFileReader()
    guard case .map(let entries) = node.content else {
      reader.refuse(
        node.line, "", Fault("a case was expected here, not \(node.kind)", mend: "write fields as key: value"))
      let none = UntypedRow(of: Case.table.schema)
      return IncomingCase(none, problems: reader.problems, line: node.line)
    }
    reader.checkVersion(entries)
    let row = reader.row(entries.filter { $0.key != versionKey }, line: node.line, of: Case.table.schema)
    return IncomingCase(row, problems: reader.problems, line: node.line)
  }

  /// Reads one row as options tell it.
  ///
  /// - Returns: the row and what is wrong with its fields; values are judged with the case.
  static func row(_ entries: [DocumentNode.Entry], of schema: Schema) -> (row: UntypedRow, problems: Problems) {
    var reader = CaseFileReader()
    return (reader.row(entries, line: nil, of: schema), reader.problems)
  }

  private mutating func row(_ entries: [DocumentNode.Entry], line: Int?, of schema: Schema) -> UntypedRow {
    var row = UntypedRow(of: schema, line: line)
    for entry in entries {
      if entry.key == schema.idKey {
        row.id = text(entry, of: schema) ?? ""
      }
    }
    for entry in entries where entry.key != schema.idKey {
      if let column = schema.index(of: entry.key) {
        if let line = entry.line, !row.lines.isEmpty { row.lines[column + 1] = line }
        if let scalar = entry.node.single {
          row.cells[column] = scalar
        } else {
          let place = schema.path(row: row.id, column: entry.key)
          refuse(entry.line, place, Fault("\(entry.key) takes one value, not \(entry.node.kind)"))
        }
      } else if let child = schema.children.firstIndex(where: { $0.key == entry.key }) {
        row.children[child] = rows(entry, of: schema.children[child], inside: schema, row.id)
      } else {
        unknownKey(entry, of: schema, row: row.id)
      }
    }
    return row
  }

  private mutating func rows(
    _ entry: DocumentNode.Entry, of schema: Schema, inside parent: Schema, _ parentID: String
  ) -> [UntypedRow] {
    switch entry.node.content {
    case .null: return []
    case .list(let items):
      return items.compactMap { item in
        switch (item.content, schema.identity) {
        case (.map(let entries), _): return row(entries, line: item.line, of: schema)
        case (.scalar(let scalar), .named):
          var row = UntypedRow(of: schema, line: item.line)
          row.id = scalar.written ?? ""
          return row
        case (.scalar, _), (.truth, _), (.list, _), (.null, _):
          let fault = Fault("a \(schema.noun) was expected here, not \(item.kind)", mend: "write {field: value, …}")
          refuse(item.line, schema.key, fault)
          return nil
        }
      }
    case .map, .scalar, .truth:
      refuse(
        entry.line, schema.key,
        Fault("\(schema.key) is a list", mend: "begin each \(schema.noun) with a hyphen, or write [ … ]"))
      return []
    }
  }

  private mutating func text(_ entry: DocumentNode.Entry, of schema: Schema) -> String? {
    guard let scalar = entry.node.single else {
      refuse(entry.line, "\(schema.name)/\(entry.key)", Fault("\(entry.key) takes one value, not \(entry.node.kind)"))
      return nil
    }
    return scalar.written
  }

  private mutating func checkVersion(_ entries: [DocumentNode.Entry]) {
    guard let entry = entries.first(where: { $0.key == Self.versionKey }) else { return }
    if entry.node.single?.written == String(Self.version) { return }
    let fault = Fault(
      "this program reads version \(Self.version) of the case file",
      mend: "write \(Self.versionKey): \(Self.version), or use a newer psoas")
    refuse(entry.line, Self.versionKey, fault)
  }

  private mutating func unknownKey(_ entry: DocumentNode.Entry, of schema: Schema, row: String) {
    let place = schema.path(row: row, column: entry.key)
    let known = [schema.idKey] + schema.columns.map(\.name) + schema.children.map(\.key)
    let tables = Case.table.schema.withDescendants
    let nested = tables.first { parent in parent.children.contains { $0.key == entry.key || $0.name == entry.key } }
    let owner = tables.first { $0 !== schema && $0.index(of: entry.key) != nil }
    let mend =
      nested.map { "\(entry.key) stand inside a row of \($0.name)" }
      ?? owner.map { "it is a field of \($0.name)" } ?? Suggestion.sentence(for: entry.key, among: known)
    refuse(entry.line, place, Fault("\(entry.key.quoted) is no field of a \(schema.noun)", mend: mend))
  }

  private mutating func refuse(_ line: Int?, _ path: String, _ fault: Fault) {
    problems.add(Problem(line: line, path: path, fault))
  }
}

extension Schema {
  /// The key of a row's id in a case file.
  var idKey: String {
    if case .named(let column, _) = identity { column } else { "id" }
  }
}
