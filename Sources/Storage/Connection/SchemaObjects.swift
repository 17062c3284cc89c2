import ClinicalModel
internal import GRDB
import Migrations

/// The tables, indexes, triggers and views of a file, each with the statement that made it.
struct SchemaObjects {
  private var statements: [String: String] = [:]

  init(_ db: Database) throws {
    // What ANALYZE writes is SQLite's own, and the count of migrations was an older program's.
    let own =
      "('sqlite_stat1', 'sqlite_stat4', 'sqlite_sequence', 'grdb_migrations', 'sqlite_autoindex_grdb_migrations_1')"
    let sql = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT IN \(own)"
    for row in try Row.fetchAll(db, sql: sql) {
      statements[try row.value(0, of: "sqlite_schema")] = try row.value(1, of: "sqlite_schema")
    }
  }

  /// What the first migrations make of an empty file.
  static func ofSchema(_ number: Int) throws -> SchemaObjects {
    try DatabaseQueue().write { db in
      for step in Migrations.all.prefix(number) { try db.execute(sql: step.sql) }
      return try SchemaObjects(db)
    }
  }

  /// What is missing, other, or too much.
  func deviations(from expected: SchemaObjects) -> [Deviation] {
    Set(statements.keys).union(expected.statements.keys).sorted().compactMap { name in
      switch (statements[name], expected.statements[name]) {
      case (nil, _): Deviation(path: name, "it is missing")
      case (_, nil): Deviation(path: name, "it is none of this program's")
      case (let found, let wanted): found == wanted ? nil : Deviation(path: name, "it is not as the migrations made it")
      }
    }
  }
}
