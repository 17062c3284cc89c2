package import ClinicalModel
internal import GRDB

extension WriteSession {
  /// Puts a list of codes beside those of the program; an older one of this name goes.
  package func replaceCodes(of list: String, with entries: [CodeEntry]) throws {
    let db = reading.db
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
      let synonyms = (row[3] as String?)?.split(separator: "|").map(String.init) ?? []
      return (row[0], CodeEntry(code: row[1], label: row[2], synonyms: synonyms, standard: row[4] ?? ""))
    }
  }
}
