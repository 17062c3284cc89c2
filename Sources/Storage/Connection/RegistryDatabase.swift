import Foundation
internal import GRDB
import Migrations

/// One registry file: SQLite by way of GRDB, with the settings of docs/decisions/0005-grdb-over-sqlite.md.
///
/// A value of this type is always at the newest schema.
package final class RegistryDatabase: Sendable {
  package enum Access: Sendable { case reading, writing }

  /// "PSOA": says in the file's header whose file it is.
  static let applicationID: Int32 = 0x5053_4F41

  /// The number of the last migration.
  package static var schema: Int { Migrations.all.count }

  /// The first schema that keeps a history.
  static let firstWithHistory = 9

  private let queue: DatabaseQueue
  /// The schema that the file had and the copy that was made of it, when opening it brought it up to date.
  package let migrated: (from: Int, copy: String)?

  private init(queue: DatabaseQueue, migrated: (from: Int, copy: String)? = nil) {
    self.queue = queue
    self.migrated = migrated
  }

  /// Makes an empty registry in an empty file.
  package static func create(at path: String, by author: ChangeAuthor) throws -> RegistryDatabase {
    try StorageError.wrapping {
      let queue = try DatabaseQueue(path: path, configuration: configuration(.writing))
      try queue.write { db in try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
      try migrate(queue, from: nil, by: author)
      return RegistryDatabase(queue: queue)
    }
  }

  /// Opens an existing registry; one of an older schema is brought up to date only for writing, after a copy.
  ///
  /// - Parameter author: who writes; nil opens for reading.
  package static func open(at path: String, by author: ChangeAuthor? = nil) throws -> RegistryDatabase {
    try StorageError.wrapping {
      let queue: DatabaseQueue
      let found: Int
      do {
        queue = try DatabaseQueue(path: path, configuration: configuration(author == nil ? .reading : .writing))
        found = try queue.inDatabase { db in
          guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw StorageError.notARegistry(path: path)
          }
          return try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
        throw StorageError.notARegistry(path: path)
      }
      let known = schema
      if found > known { throw StorageError.newerSchema(path: path, found: found, known: known) }
      let applied = try queue.read { try appliedMigrations(in: $0, of: found, path) }
      if found == known { return RegistryDatabase(queue: queue) }
      guard let author else { throw StorageError.olderSchema(path: path, found: found, known: known) }
      let copy = try Self.copy(queue, to: "\(path).schema-\(found)")
      try migrate(queue, from: (found, applied), by: author)
      return RegistryDatabase(queue: queue, migrated: (found, copy))
    }
  }

  /// How many migrations a file has had; more than the number of its schema where an older program was cut short.
  ///
  /// - Throws: `forgedSchema` when the number of the schema is lower than its history says: what is stored without a
  ///   history would be taken into it.
  private static func appliedMigrations(in db: Database, of found: Int, _ path: String) throws -> Int {
    let tables = Set(
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('revisions', 'grdb_migrations')"))
    if tables.contains("revisions") {
      let last = try Int.fetchOne(db, sql: "SELECT schema FROM revisions ORDER BY seq DESC LIMIT 1")
      if let last, last > found {
        throw StorageError.forgedSchema("\(path) says schema \(found), and its history was written with schema \(last)")
      }
    } else if found >= firstWithHistory {
      throw StorageError.forgedSchema("\(path) says schema \(found), and has no history")
    }
    if found == schema {
      _ = try ReadSession(db: db).registryID()
      return found
    }
    var applied = found
    if tables.contains("grdb_migrations") {
      let names = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
      guard names.count >= found, Migrations.all.map(\.name).starts(with: names) else {
        throw StorageError.forgedSchema("\(path) says schema \(found), and its list of migrations is another")
      }
      applied = names.count
    }
    let wrong = try SchemaObjects(db).deviations(from: .ofSchema(applied))
    if let first = wrong.first {
      throw StorageError.forgedSchema("\(path) says schema \(found); \(first.path): \(first.what)")
    }
    return applied
  }

  /// Reads while the registry stands still.
  package func read<Result>(_ body: (ReadSession) throws -> Result) throws -> Result {
    try StorageError.wrapping { try queue.read { db in try body(ReadSession(db: db)) } }
  }

  /// The one write path: everything that a command changes, in one transaction; an error undoes it all.
  package func mutate<Result>(by author: ChangeAuthor, _ body: (WriteSession) throws -> Result) throws -> Result {
    try StorageError.wrapping {
      try queue.writeWithoutTransaction { db in try Self.transact(db, author, body) }
    }
  }

  /// - Parameter prepare: what must be done before the history can be read.
  private static func transact<Result>(
    _ db: Database, _ author: ChangeAuthor, after prepare: () throws -> Void = {},
    _ body: (WriteSession) throws -> Result
  ) throws -> Result {
    var result: Result?
    var committed: ChangeAuthor.Confirmation?
    try db.inTransaction(.immediate) {
      try prepare()
      let reading = ReadSession(db: db)
      let before = try reading.chainHead()
      result = try body(WriteSession(reading: reading, history: try HistoryWriter(by: author, reading: reading)))
      let after = try reading.chainHead()
      if after != before { committed = author.witness(try reading.registryID(), before, after) }
      return .commit
    }
    committed?()
    guard let result else { throw StorageError.disk("the transaction did not end") }
    return result
  }

  /// Applies what is missing, brings derived rows and history up to date and writes the number of the schema: all in one
  /// transaction, so that a file has either schema.
  private static func migrate(_ queue: DatabaseQueue, from old: (found: Int, applied: Int)?, by author: ChangeAuthor)
    throws
  {
    try queue.writeWithoutTransaction { db in
      // A migration may take away a table that others name; whether every name still has its row is looked at below.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let steps = { for step in Migrations.all.dropFirst(old?.applied ?? 0) { try db.execute(sql: step.sql) } }
      try transact(db, author, after: steps) { session in
        try session.bringUpToDate(since: old?.found)
        try db.execute(sql: "PRAGMA user_version = \(schema)")
        if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
          throw StorageError.damaged("\(try row.value(0, of: "foreign_key_check") as String): a row of it names none")
        }
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }

  /// Copies a registry, looks whether the copy is whole, and only then gives it its name. A file of that name stays: the
  /// copy is numbered.
  ///
  /// - Returns: the name of the copy.
  private static func copy(_ queue: DatabaseQueue, to path: String) throws -> String {
    let part = "\(path).part"
    unlink(part)
    let descriptor = Foundation.open(part, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw StorageError.disk("no copy could be made at \(path) before the migration") }
    defer { close(descriptor) }
    try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [part]) }
    let found = try DatabaseQueue(path: part, configuration: configuration(.reading)).read { db in
      try String.fetchOne(db, sql: "PRAGMA integrity_check")
    }
    guard found == "ok", fsync(descriptor) == 0 else { throw StorageError.disk("the copy \(part) is not whole") }
    var (copy, number) = (path, 1)
    while link(part, copy) != 0 {
      guard errno == EEXIST else { throw StorageError.disk("the copy \(part) could not be renamed to \(path)") }
      number += 1
      copy = "\(path)-\(number)"
    }
    unlink(part)
    return copy
  }

  private static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = EXTRA; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF")
      switch access {
      case .writing: try db.execute(sql: "PRAGMA journal_mode = DELETE")
      case .reading: try db.execute(sql: "PRAGMA query_only = ON")
      }
    }
    return configuration
  }
}

extension StorageError {
  /// Turns what SQLite says into what can be done about it.
  static func wrapping<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StorageError.busy
      case .SQLITE_READONLY, .SQLITE_PERM: throw StorageError.readOnly
      case .SQLITE_CORRUPT: throw StorageError.damaged("the file: SQLite cannot follow it")
      case _: throw StorageError.disk(error.message ?? error.resultCode.description)
      }
    } catch is RowDecodingError {
      // Its description holds the row.
      throw StorageError.damaged("a row that was asked for: a value is missing or of another type")
    }
  }
}
