public import ClinicalModel
import Foundation
import Interchange
import Storage

/// A case registry: what one can do with it.
public struct CaseRegistry: Sendable {
  public enum Access: Sendable { case reading, writing }

  let database: RegistryDatabase

  /// Makes an empty registry in a file that only its owner can read.
  ///
  /// - Throws: ``RegistryError/exists(_:)`` when there is a file already.
  public static func create(at path: String) throws -> CaseRegistry {
    try RegistryError.wrapping {
      try OutputFile(path: path).createPrivately()
      return CaseRegistry(database: try RegistryDatabase.create(at: path))
    }
  }

  /// Opens an existing registry.
  ///
  /// - Throws: ``RegistryError/noRegistry(_:)`` when there is none at this path.
  public static func open(at path: String, for access: Access) throws -> CaseRegistry {
    guard FileManager.default.fileExists(atPath: path) else { throw RegistryError.noRegistry(path) }
    return try RegistryError.wrapping {
      CaseRegistry(database: try RegistryDatabase.open(at: path, for: access == .writing ? .writing : .reading))
    }
  }

  /// A whole case.
  ///
  /// - Throws: ``RegistryError/noInput(_:)`` with the nearest known ids when there is none.
  public func findCase(_ id: String) throws -> Case {
    try RegistryError.wrapping {
      try database.read { session in
        if let found = try session.fetchCase(id) { return found }
        let ids = try session.caseIDs()
        throw RegistryError.noInput(
          Fault(
            "there is no case \(id.quoted)",
            mend: ids.isEmpty
              ? "the registry is empty; psoas import brings cases in" : Suggestion.sentence(for: id, among: ids)
          ))
      }
    }
  }

  /// A case as a case file.
  public static func text(of subject: Case, as format: CaseFileFormat) throws -> String {
    try format.file.text(of: subject)
  }
}

/// The formats of a case file.
public enum CaseFileFormat: String, CaseIterable, Sendable {
  case yaml, json, ndjson

  var file: CaseFile {
    switch self {
    case .yaml: .yaml
    case .json: .json
    case .ndjson: .ndjson
    }
  }
}
