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

  private let queue: DatabaseQueue
  /// The schema that the file had and the copy that was made of it, when opening it brought it up to date.
  package let migrated: (from: Int, copy: String)?

  private init(queue: DatabaseQueue, migrated: (from: Int, copy: String)? = nil) {
    self.queue = queue
    self.migrated = migrated
  }

  /// Makes an empty registry in an empty file.
  package static func create(at path: String, by author: Author) throws -> RegistryDatabase {
    try StorageError.wrapping {
      let queue = try DatabaseQueue(path: path, configuration: configuration(.writing))
      try queue.write { db in try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
      try migrate(queue, by: author)
      return RegistryDatabase(queue: queue)
    }
  }

  /// Opens an existing registry; one of an older schema is brought up to date only for writing, after a copy.
  ///
  /// - Parameter author: who writes; nil opens for reading.
  package static func open(at path: String, by author: Author? = nil) throws -> RegistryDatabase {
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
      if found == known { return RegistryDatabase(queue: queue) }
      guard let author else { throw StorageError.olderSchema(path: path, found: found, known: known) }
      let copy = "\(path).schema-\(found)"
      try Self.copy(queue, to: copy)
      try migrate(queue, by: author)
      return RegistryDatabase(queue: queue, migrated: (found, copy))
    }
  }

  /// Reads while the registry stands still.
  package func read<Result>(_ body: (ReadSession) throws -> Result) throws -> Result {
    try StorageError.wrapping { try queue.read { db in try body(ReadSession(db: db)) } }
  }

  /// The one write path: everything that a command changes, in one transaction; an error undoes it all.
  package func mutate<Result>(by author: Author, _ body: (WriteSession) throws -> Result) throws -> Result {
    try StorageError.wrapping { try Self.transact(queue, author, body) }
  }

  private static func transact<Result>(
    _ queue: DatabaseQueue, _ author: Author, _ body: (WriteSession) throws -> Result
  ) throws -> Result {
    try queue.writeWithoutTransaction { db in
      var result: Result?
      try db.inTransaction(.immediate) {
        let reading = ReadSession(db: db)
        result = try body(WriteSession(reading: reading, history: try HistoryWriter(by: author, reading: reading)))
        return .commit
      }
      guard let result else { throw StorageError.disk("the transaction did not end") }
      return result
    }
  }

  /// Applies what is missing, then brings derived rows and history up to date. The number of the schema is written
  /// last of all, so that a migration that was cut short is taken up again.
  private static func migrate(_ queue: DatabaseQueue, by author: Author) throws {
    try migrator.migrate(queue)
    try transact(queue, author) { session in
      try session.settle()
      try session.reading.db.execute(sql: "PRAGMA user_version = \(schema)")
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in Migrations.all {
      migrator.registerMigration(step.name) { db in try db.execute(sql: step.sql) }
    }
    return migrator
  }

  /// An empty registry in memory, to hold another's schema against.
  static func inMemory() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try migrator.migrate(queue)
    return queue
  }

  /// Copies a registry, looks whether the copy is whole, and only then gives it its name. An older copy of the name
  /// stays: it is the first one.
  private static func copy(_ queue: DatabaseQueue, to path: String) throws {
    if FileManager.default.fileExists(atPath: path) { return }
    let part = "\(path).part"
    unlink(part)
    let descriptor = Foundation.open(part, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw StorageError.disk("no copy could be made at \(path) before the migration") }
    close(descriptor)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [part]) }
    let found = try DatabaseQueue(path: part, configuration: configuration(.reading)).read { db in
      try String.fetchOne(db, sql: "PRAGMA integrity_check")
    }
    guard found == "ok" else { throw StorageError.disk("the copy \(part) is not whole: \(found ?? "")") }
    guard rename(part, path) == 0 else { throw StorageError.disk("the copy \(part) could not be renamed to \(path)") }
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
      case _: throw StorageError.disk(error.message ?? error.resultCode.description)
      }
    }
  }
}
