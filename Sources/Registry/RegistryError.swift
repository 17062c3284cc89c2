public import ClinicalModel
import Storage

/// Why a command could not be done; each kind has an exit code of its own.
public enum RegistryError: Error, Sendable {
  /// There is no registry at this path.
  case noRegistry(String)
  /// There is a file at this path already.
  case exists(String)
  /// There is no such input: a file or a case, with how to mend it.
  case noInput(Fault)
  /// An option that does not fit.
  case usage(Fault)
  /// Values of options that do not fit; nothing was changed.
  case options(Problems)
  /// Cases that were refused; nothing was changed.
  case refused(Problems)
  /// Something that the rules on privacy forbid.
  case notAllowed(Fault)
  /// An output that could not be written.
  case notWritten(Fault)
  /// The registry has another schema version.
  case otherSchema(Fault)
  case busy
  /// Somebody has stopped the command; nothing was changed.
  case interrupted
  case damaged(Fault)
}

extension RegistryError {
  /// Puts what the storage says into words and remedies.
  static func wrapping<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as StorageError {
      switch error {
      case .notARegistry(let path):
        throw RegistryError.damaged(
          Fault(
            "\(path) is no psoas registry",
            mend: "name another file with \(action: .set(.registry)), or make one with \(action: .run(.create))"))
      case .newerSchema(let path, let found, let known):
        throw RegistryError.otherSchema(
          Fault(
            "\(path) was written by a newer psoas (schema \(found), this one knows \(known))",
            mend: "install the newer psoas; nothing was read"))
      case .olderSchema(let path, let found, let known):
        throw RegistryError.otherSchema(
          Fault(
            "\(path) has the older schema \(found) of \(known)",
            mend: "any command that writes, such as \(action: .run(.import())), brings it up to date"))
      case .busy: throw RegistryError.busy
      case .readOnly:
        throw RegistryError.damaged(
          Fault(
            "you may read the registry and not write it", mend: "check the permissions of the file and its directory"))
      case .disk(let what):
        throw RegistryError.damaged(
          Fault(
            "the registry could not be read or written: \(what)",
            mend: "check the disk and its free space; a copy may be at hand"))
      case .statement(let what):
        throw RegistryError.usage(
          Fault(
            "the statement cannot be done: \(what)",
            mend: "write one SELECT over the tables and views of docs/reference/database.md, such as patients"))
      case .limit(let what, let setting):
        throw RegistryError.usage(
          Fault(
            "the statement was stopped: it wants more than \(what)",
            mend: setting.map { "ask for less, or allow more with \(action: .set($0, to: "N"))" } ?? "ask for less"))
      case .damaged(let place):
        throw RegistryError.damaged(
          Fault("a stored value cannot be one: \(place)", mend: "take the case from a copy of the registry"))
      case .otherwiseTold(let id):
        throw RegistryError.damaged(
          Fault(
            "\(id) is not as the history says: it was changed past psoas",
            mend: "\(action: .run(.verify)) shows the difference; nothing was changed on top of it"))
      case .forgedSchema(let what):
        throw RegistryError.damaged(
          Fault("\(what): the file was changed past psoas", mend: "take a copy of the registry; nothing was changed"))
      }
    }
  }
}
