import ClinicalModel
import Foundation

/// A directory of files that is written: under another name first, then renamed.
struct OutputDirectory {
  let path: String

  /// - Throws: `exists` when there is something of that name already, `notWritten` with the reason.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { throw RegistryError.exists(path) }
    let temporary = "\(path).part-\(UUID().uuidString)"
    do {
      try manager.createDirectory(atPath: temporary, withIntermediateDirectories: false)
      for file in files { try Data(file.bytes).write(to: URL(filePath: "\(temporary)/\(file.name)")) }
      try manager.moveItem(atPath: temporary, toPath: path)
    } catch {
      do { try manager.removeItem(atPath: temporary) } catch {}
      throw RegistryError.notWritten(
        Fault(
          "\(path) could not be written", mend: "check that the directory above it exists, is writable and has space"))
    }
  }
}
