internal import GRDB
import Migrations

/// One registry file: SQLite by way of GRDB, with the settings of docs/decisions/0005-grdb-over-sqlite.md.
///
/// A value of this type is always at the newest schema.
package final class RegistryDatabase: Sendable {
  package enum Access: Sendable { case reading, writing }

  /// "PSOA": says in the file's header whose file it is.
  static let applicationID: Int32 = 0x5053_4F41

  private let queue: DatabaseQueue

  private init(queue: DatabaseQueue) { self.queue = queue }

  /// Makes an empty registry in an empty file.
  package static func create(at path: String) throws -> RegistryDatabase {
    try StorageError.wrapping {
      let queue = try DatabaseQueue(path: path, configuration: configuration(.writing))
      try queue.write { db in try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
      try migrate(queue)
      return RegistryDatabase(queue: queue)
    }
  }

  /// Opens an existing registry; one of an older schema is brought up to date only for writing.
  package static func open(at path: String, for access: Access) throws -> RegistryDatabase {
    try StorageError.wrapping {
      let queue: DatabaseQueue
      let found: Int
      do {
        queue = try DatabaseQueue(path: path, configuration: configuration(access))
        found = try queue.read { db in
          guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw StorageError.notARegistry(path: path)
          }
          return try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
        throw StorageError.notARegistry(path: path)
      }
      let known = Migrations.all.count
      if found > known { throw StorageError.newerSchema(path: path, found: found, known: known) }
      if found < known {
        guard access == .writing else { throw StorageError.olderSchema(path: path, found: found, known: known) }
        try migrate(queue)
      }
      return RegistryDatabase(queue: queue)
    }
  }

  /// Reads while the registry stands still.
  package func read<Result>(_ body: (ReadSession) throws -> Result) throws -> Result {
    try StorageError.wrapping { try queue.read { db in try body(ReadSession(db: db)) } }
  }

  /// The one write path: everything that a command changes, in one transaction; an error undoes it all.
  package func mutate<Result>(_ body: (WriteSession) throws -> Result) throws -> Result {
    try StorageError.wrapping {
      try queue.writeWithoutTransaction { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          result = try body(WriteSession(reading: ReadSession(db: db)))
          return .commit
        }
        guard let result else { throw StorageError.disk("the transaction did not end") }
        return result
      }
    }
  }

  private static func migrate(_ queue: DatabaseQueue) throws {
    var migrator = DatabaseMigrator()
    for (index, step) in Migrations.all.enumerated() {
      migrator.registerMigration(step.name) { db in
        try db.execute(sql: step.sql)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    try migrator.migrate(queue)
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
      case _: throw StorageError.disk(error.message ?? error.resultCode.description)
      }
    }
  }
}
