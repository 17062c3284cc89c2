package import ClinicalModel
internal import GRDB

extension WriteSession {
  /// Puts a list of codes beside those of the program; an older one of this name goes.
  package func replaceCodes(of list: String, with entries: [CodeEntry]) throws {
    try change(.codes) { try replace(list, entries, in: reading.db) }
  }

  private func replace(_ list: String, _ entries: [CodeEntry], in db: Database) throws {
    try db.execute(sql: "DELETE FROM codes WHERE list = ?", arguments: [list])
    let sql = "INSERT INTO codes (list, code, label, synonyms, standard) VALUES (?, ?, ?, ?, ?)"
    for entry in entries {
      let synonyms = entry.synonyms.isEmpty ? nil : entry.synonyms.joined(separator: "|")
      try db.cachedStatement(sql: sql).execute(
        arguments: [list, entry.code, entry.label, synonyms, entry.standard.isEmpty ? nil : entry.standard])
    }
  }
}

extension ReadSession {
  /// The codes that the user has brought, list by list.
  package func codes() throws -> [(list: String, entry: CodeEntry)] {
    try Row.fetchAll(db, sql: "SELECT list, code, label, synonyms, standard FROM codes ORDER BY list, code").map {
      row in
      let synonyms: String = try row.optional(3, of: "codes") ?? ""
      let entry = CodeEntry(
        code: try row.value(1, of: "codes"), label: try row.value(2, of: "codes"),
        synonyms: synonyms.split(separator: "|").map(String.init), standard: try row.optional(4, of: "codes") ?? "")
      return (try row.value(0, of: "codes"), entry)
    }
  }
}
