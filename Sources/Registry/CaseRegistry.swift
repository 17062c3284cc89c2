import ClinicalModel
public import ClinicalRules
import Foundation
import Storage

/// A case registry: what one can do with it.
public struct CaseRegistry: Sendable {
  public enum Access: Sendable { case reading, writing }

  let path: String
  let database: RegistryDatabase
  let curator: RegistryContext

  /// Makes an empty registry in a file that only its owner can read: whole under another name first.
  ///
  /// - Throws: ``RegistryError/exists(_:)`` when there is a file already.
  public static func create(at path: String, by curator: RegistryContext) throws -> CaseRegistry {
    if exists(at: path) { throw RegistryError.exists(path) }
    let state = StateDirectory(path: curator.state)
    state.sweep()
    return try RegistryError.wrapping {
      let part = "\(path).part-\(UUID().uuidString)"
      let noted = state.note(unfinished: part)
      defer {
        unlink(part)
        withExtendedLifetime(noted) {}
      }
      try OutputFile(path: part).createPrivately(as: path)
      _ = try RegistryDatabase.create(at: part, by: curator.author)
      try OutputFile(path: part).putInPlace(as: path)
      return CaseRegistry(path: path, database: try RegistryDatabase.open(at: path), curator: curator)
    }
  }

  /// Whether there is a file at this path.
  public static func exists(at path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Opens an existing registry; one of an older schema is copied and brought up to date when it is to be written.
  ///
  /// - Throws: ``RegistryError/noRegistry(_:)`` when there is none at this path.
  public static func open(at path: String, for access: Access, by curator: RegistryContext) throws -> CaseRegistry {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw RegistryError.noRegistry(path)
    }
    guard !isDirectory.boolValue else {
      throw RegistryError.noInput(
        Fault("\(path) is a directory and no registry", mend: "name the file, for example \(path)/psoas.sqlite"))
    }
    StateDirectory(path: curator.state).sweep()
    return try RegistryError.wrapping {
      let database = try RegistryDatabase.open(at: path, by: access == .writing ? curator.author : nil)
      let registry = CaseRegistry(path: path, database: database, curator: curator)
      if let (from, copy) = database.migrated {
        curator.note(
          "\(path) was brought from schema \(from) to \(RegistryDatabase.schema); as it was it lies in \(copy)")
      }
      return registry
    }
  }

  /// Everything that a command changes, in one transaction; the new end of the history is anchored outside.
  func change<Result>(_ body: (WriteSession) throws -> Result) throws -> Result {
    try RegistryError.wrapping { try database.mutate(by: curator.author, body) }
  }

  /// So many cases are read at once where all are read: who writes meanwhile waits for these and not for all.
  static let slice = 200

  /// So many are written at once, and after them others get their turn: SQLite lets who waits for a lock look only every
  /// tenth of a second.
  private static let writtenSlice = 1000
  private static let turn: UInt32 = 120_000

  /// The ids of all cases, or of some, slice by slice.
  func eachSlice(of some: [String]? = nil, atMost count: Int = slice, _ body: ([String]) throws -> Void) throws {
    if let some {
      for start in stride(from: 0, to: some.count, by: count) {
        try body(Array(some[start..<min(start + count, some.count)]))
      }
      return
    }
    var last = ""
    while true {
      let ids = try database.read { try $0.caseIDs(after: last, atMost: count) }
      guard let next = ids.last else { return }
      last = next
      try body(ids)
    }
  }

  /// Derives the flat rows and the bounds of the dates anew, as the rules of this program have it.
  ///
  /// - Returns: how many cases there are, and how many of their flat rows changed.
  public func refresh() throws -> (cases: Int, changed: Int) {
    try RegistryError.wrapping {
      var (cases, changed) = (0, 0)
      try eachSlice(atMost: Self.writtenSlice) { ids in
        if cases > 0 { usleep(Self.turn) }
        cases += ids.count
        changed += try change { try $0.refresh(ids) }
      }
      return (cases, changed)
    }
  }

  /// A change without a reason is kept, and its author asked for one.
  func noteMissingReason() {
    curator.note("no reason was given for the change; \(action: .set(.reason, to: "TEXT")) keeps one in the history")
  }

  /// A case as it is stored.
  ///
  /// - Throws: ``RegistryError/noInput(_:)`` with the nearest known ids when there is none.
  public func snapshot(of id: String) throws -> CaseSnapshot {
    try RegistryError.wrapping {
      try database.read { session in
        guard let snapshot = try session.fetchCase(id) else { throw try Self.noCase(id, session) }
        return snapshot
      }
    }
  }
}
