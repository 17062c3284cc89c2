internal import GRDB

extension ReadSession {
  /// SHA-256 of the key that the pseudonyms of this registry are made with, in hexadecimal; nil before the first export.
  package func pseudonymKeyFingerprint() throws -> String? {
    try String.fetchOne(db, sql: "SELECT pseudonym_key FROM registry")
  }
}

extension WriteSession {
  package func keepPseudonymKey(_ fingerprint: String) throws {
    try change(.key) {
      try reading.db.execute(sql: "UPDATE registry SET pseudonym_key = ?", arguments: [fingerprint])
    }
  }
}
