import ClinicalModel
import Foundation

/// What is kept outside the registry, for its owner alone: the ends of its history as they were seen here, the keys of
/// its pseudonyms, cases being edited.
struct StateDirectory {
  let path: String

  /// The ends of the histories of all registries.
  func anchors() -> Anchors { Anchors(path: "\(path)/anchors.jsonl") }

  /// Makes the directory where it is missing, and what is made in it durable.
  func prepare() throws {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue { return }
    try make(path)
    syncDirectory(path)
    syncDirectory(URL(filePath: path).deletingLastPathComponent().path)
  }

  /// Where the key of a registry's pseudonyms lies.
  func keyFile(of registry: String) -> String { "\(path)/keys/\(registry)" }

  /// The key of a registry's pseudonyms; nil when there is none.
  ///
  /// - Throws: `notAllowed` for a file that holds no key.
  func key(of registry: String) throws -> [UInt8]? {
    let file = keyFile(of: registry)
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let stored = FileManager.default.contents(atPath: file), stored.count == 32 else {
      throw RegistryError.notAllowed(
        Fault(
          "\(file) holds no whole key, so pseudonyms cannot be what they were",
          mend:
            "bring the file back from a copy of \(path); if it is lost, move it away and write \(action: .set(.newPseudonyms))"
        ))
    }
    return [UInt8](stored)
  }

  /// Keeps a new key: whole, or not at all. One that another program kept a moment ago stays.
  func keep(_ key: [UInt8], of registry: String) throws {
    try prepare()
    try make("\(path)/keys")
    let file = keyFile(of: registry)
    let part = "\(file).part-\(UUID().uuidString)"
    let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw Self.notWritten(file) }
    defer {
      close(descriptor)
      unlink(part)
    }
    guard write(descriptor, key, key.count) == key.count, fsync(descriptor) == 0,
      link(part, file) == 0 || errno == EEXIST
    else { throw Self.notWritten(file) }
    syncDirectory("\(path)/keys")
    syncDirectory(path)
  }

  /// Takes a key out of use; it keeps another name, for pseudonyms that were handed out are known by it.
  func retireKey(of registry: String, at time: String) throws {
    let file = keyFile(of: registry)
    guard FileManager.default.fileExists(atPath: file) else { return }
    guard rename(file, "\(file).until-\(time)") == 0 else { throw Self.notWritten(file) }
  }

  /// Notes what is being written under another name; nil where that cannot be noted.
  func note(unfinished path: String) -> Unfinished? {
    do {
      try make("\(self.path)/unfinished")
      return Unfinished(path, in: "\(self.path)/unfinished")
    } catch {
      return nil
    }
  }

  /// Takes away what killed programs have left half written.
  func sweep() { Unfinished.sweep("\(path)/unfinished") }

  /// The path of a file that somebody works on; one that lies there already is somebody's text and stays.
  func newScratchFile(_ name: String, _ ending: String) throws -> String {
    try prepare()
    try make("\(path)/edits")
    var (file, number) = ("\(path)/edits/\(name).\(ending)", 1)
    while FileManager.default.fileExists(atPath: file) {
      number += 1
      file = "\(path)/edits/\(name)-\(number).\(ending)"
    }
    return file
  }

  private func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Self.notWritten(path)
    }
  }

  static func notWritten(_ path: String) -> RegistryError {
    .notWritten(Fault("\(path) could not be written", mend: "name a directory of yours in $PSOAS_STATE"))
  }
}
