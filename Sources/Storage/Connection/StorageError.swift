package import ClinicalModel

/// Why the registry file could not be used; each has a remedy and an exit code of its own above.
package enum StorageError: Error, Sendable {
  case notARegistry(path: String)
  /// Written by a newer program: nothing is read and nothing is written.
  case newerSchema(path: String, found: Int, known: Int)
  /// Written by an older program: only a command that writes brings it up to date.
  case olderSchema(path: String, found: Int, known: Int)
  case busy
  /// The file or its directory may not be written by this user.
  case readOnly
  case disk(String)
  /// A stored value that the model does not accept, with its place.
  case damaged(String)
  /// A case that is not as the history left it: it was changed past the program.
  case otherwiseTold(caseID: String)
  /// The number of the schema is not that of the history, or the tables are not those of the schema.
  case forgedSchema(String)
  /// A statement of the user that costs more than it may, and the option that allows more, if any.
  case limit(String, Action.Setting?)
  /// A statement of the user that cannot be done, in SQLite's words.
  case statement(String)
}
