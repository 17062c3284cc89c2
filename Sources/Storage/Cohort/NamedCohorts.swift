internal import GRDB

/// A question with its name, as it is stored.
package struct StoredCohort: Hashable, Sendable {
  package let name: String
  /// The criteria, a line each (`CaseQuery.definition`).
  package let definition: String
  /// UTC, ISO 8601.
  package let created: String
  package let note: String?

  package init(name: String, definition: String, created: String, note: String?) {
    self.name = name
    self.definition = definition
    self.created = created
    self.note = note
  }
}

extension ReadSession {
  /// All named cohorts, by name.
  package func cohorts() throws -> [StoredCohort] {
    try Row.fetchAll(db, sql: "SELECT id, definition, created, note FROM cohorts ORDER BY id").map {
      StoredCohort(
        name: try $0.value(0, of: "cohorts"), definition: try $0.value(1, of: "cohorts"),
        created: try $0.value(2, of: "cohorts"), note: try $0.optional(3, of: "cohorts"))
    }
  }
}

extension WriteSession {
  /// Keeps a cohort; an older one of the name goes.
  package func keep(_ cohort: StoredCohort) throws {
    try change(.cohort) {
      try reading.db.execute(
        sql: "INSERT OR REPLACE INTO cohorts (id, definition, created, note) VALUES (?, ?, ?, ?)",
        arguments: [cohort.name, cohort.definition, cohort.created, cohort.note])
    }
  }

  package func deleteCohort(_ name: String) throws {
    try change(.cohort) {
      try reading.db.execute(sql: "DELETE FROM cohorts WHERE id = ?", arguments: [name])
    }
  }
}
