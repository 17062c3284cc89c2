import ClinicalModel
import Foundation
import Interchange

/// What is kept outside the registry, for its owner alone: the ends of its history as they were seen here, the keys of
/// its pseudonyms, cases being edited.
struct StateDirectory {
  let path: String

  /// The end of a registry's history at a time.
  struct Anchor {
    let registry: String
    let seq: Int64
    let hash: String
    let time: String
  }

  private var anchors: String { "\(path)/anchors.jsonl" }

  /// Adds an anchor, durably.
  func append(_ anchor: Anchor) throws {
    let line =
      "{\"registry\":\(anchor.registry.json),\"seq\":\(anchor.seq),\"hash\":\(anchor.hash.json),\"at\":\(anchor.time.json)}\n"
    try make(path)
    let descriptor = open(anchors, O_CREAT | O_APPEND | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw notWritten(anchors) }
    defer { close(descriptor) }
    let bytes = Array(line.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw notWritten(anchors)
    }
  }

  /// The key of a registry's pseudonyms; made when there is none.
  func key(of registry: String, make fresh: () -> [UInt8]) throws -> [UInt8] {
    let keys = "\(path)/keys"
    let file = "\(keys)/\(registry)"
    if let stored = FileManager.default.contents(atPath: file), stored.count == 32 { return [UInt8](stored) }
    try make(keys)
    let key = fresh()
    let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw notWritten(file) }
    defer { close(descriptor) }
    guard write(descriptor, key, key.count) == key.count, fsync(descriptor) == 0 else { throw notWritten(file) }
    return key
  }

  /// The path of a file that somebody works on.
  func scratchFile(_ name: String) throws -> String {
    try make("\(path)/edits")
    return "\(path)/edits/\(name)"
  }

  /// The anchors of a registry, oldest first; a line that cannot be read is left out.
  func anchors(of registry: String) -> [Anchor] {
    guard let data = FileManager.default.contents(atPath: anchors) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let node = readable(Array(line)), node["registry"]?.written == registry,
        case .integer(let seq) = node["seq"], let hash = node["hash"]?.written
      else { return nil }
      return Anchor(registry: registry, seq: seq, hash: hash, time: node["at"]?.written ?? "")
    }
  }

  private func readable(_ line: [UInt8]) -> CaseNode? {
    do { return try JSONReader.read(line) } catch { return nil }
  }

  private func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw notWritten(path)
    }
  }

  private func notWritten(_ path: String) -> RegistryError {
    .notWritten(Fault("\(path) could not be written", mend: "name a directory of yours in $PSOAS_STATE"))
  }
}
