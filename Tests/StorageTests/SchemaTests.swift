import ClinicalModel
import ClinicalRules
import Foundation
import GRDB
import Storage
import TestSupport
import Testing

/// A table of the database as SQLite describes it.
private struct StoredColumn: Hashable {
  let name: String
  let type: String
  let notNull: Bool
}

private func open() throws -> DatabaseQueue {
  let path = try Samples.path("psoas.sqlite")
  _ = try RegistryDatabase.create(at: path, by: .tester)
  var configuration = Configuration()
  configuration.foreignKeysEnabled = false
  return try DatabaseQueue(path: path, configuration: configuration)
}

private func columns(_ table: String, _ db: Database) throws -> [StoredColumn] {
  try Row.fetchAll(db, sql: "SELECT name, type, \"notnull\" AS required FROM pragma_table_info(?)", arguments: [table])
    .map { StoredColumn(name: $0["name"], type: $0["type"], notNull: $0["required"]) }
}

private func type(_ column: ClinicalModel.Column) -> String {
  switch column.kind {
  case .integer: "INTEGER"
  case .real: "REAL"
  case .boolean, .text, .date, .choice, .code, .reference: "TEXT"
  }
}

@Test func `every declared field is a column of its table, and no other is`() throws {
  try open().read { db in
    for schema in Case.table.schema.withDescendants {
      let tied = schema.link?.columns ?? []
      let declared = schema.columns.map { StoredColumn(name: $0.name, type: type($0), notNull: $0.required) }
      let keys: Set<String> =
        switch schema.identity {
        case .wholeCase, .publication: ["id"]
        case .numbered: ["case_id", "id", "position", schema.parentColumn ?? ""]
        case .named(let column, _): ["case_id", "position", schema.parentColumn ?? "", column]
        }
      let stored = try columns(schema.name, db).filter { !keys.contains($0.name) }
      #expect(Set(stored) == Set(declared.filter { !tied.contains($0.name) }), "\(schema.name)")
      if let link = schema.link {
        let ties = try columns(link.table, db).filter { !["case_id", link.key, "position"].contains($0.name) }
        #expect(Set(ties) == Set(declared.filter { tied.contains($0.name) }))
      }
    }
  }
}

@Test func `the tables of the registry itself have the columns that the dictionary tells, and no other`() throws {
  try open().read { db in
    for table in RegistryTable.all {
      let declared = table.columns.map { StoredColumn(name: $0.name, type: type($0), notNull: $0.required) }
      let stored = try columns(table.name, db)
      #expect(stored == declared, "\(table.name)")
    }
  }
}

@Test func `every fact is a column of case_facts, and no other is`() throws {
  try open().read { db in
    let declared = DerivedVariables.columns.map {
      StoredColumn(name: $0.name, type: type($0), notNull: ["case_id", "facts_version"].contains($0.name))
    }
    let stored = try columns("case_facts", db)
    #expect(Set(stored) == Set(declared))
  }
}

@Test func `the database refuses what the model refuses: other words, numbers out of range, codes of another shape`()
  throws
{
  try open().write { db in
    func accepts(_ schema: Schema, _ column: ClinicalModel.Column, _ value: (any DatabaseValueConvertible)?) throws
      -> Bool
    {
      let inTie = schema.link?.columns.contains(column.name) == true
      let table = inTie ? schema.link?.table ?? "" : schema.name
      let keys = try columns(table, db).filter { $0.notNull && $0.name != column.name }
      let values: [String: any DatabaseValueConvertible] = [
        "position": 1, "category": "other", "kind": "comment", "code": "ecog",
      ]
      let names = keys.map(\.name) + [column.name]
      var arguments: [(any DatabaseValueConvertible)?] = keys.map { values[$0.name] ?? "x1" }
      arguments.append(value)
      try db.execute(sql: "SAVEPOINT trial")
      defer { try? db.execute(sql: "ROLLBACK TO trial; RELEASE trial") }
      let sql =
        "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))"
      do {
        try db.execute(sql: sql, arguments: StatementArguments(arguments))
        return true
      } catch { return false }
    }
    for schema in Case.table.schema.withDescendants {
      for column in schema.columns {
        let name = "\(schema.name).\(column.name)"
        switch column.kind {
        case .choice(let words, closed: true):
          for word in words { #expect(try accepts(schema, column, word), "\(name) \(word)") }
          #expect(try !accepts(schema, column, "no_such_word"), "\(name)")
        case .boolean:
          #expect(try accepts(schema, column, "true") && !accepts(schema, column, "1"), "\(name)")
        case .integer, .real:
          let range = try #require(column.range)
          #expect(try accepts(schema, column, range.lowerBound) && accepts(schema, column, range.upperBound), "\(name)")
          #expect(
            try !accepts(schema, column, range.lowerBound - 1) && !accepts(schema, column, range.upperBound + 1),
            "\(name)")
        case .code(_, let example): #expect(try accepts(schema, column, example), "\(name)")
        case .text, .date, .reference, .choice: break
        }
      }
    }
  }
}

@Test func `whoever opens the registry with a shell reads what each table and column means`() throws {
  try open().read { db in
    for schema in Case.table.schema.withDescendants {
      let sql = try #require(
        try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [schema.name]))
      #expect(sql.contains("-- \(schema.meaning)"), "\(schema.name)")
      for column in schema.columns where schema.link?.columns.contains(column.name) != true {
        #expect(sql.contains(" \(column.meaning)"), "\(schema.name).\(column.name)")
      }
    }
  }
}
