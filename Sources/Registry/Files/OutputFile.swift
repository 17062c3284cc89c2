import ClinicalModel
import Foundation

/// A file that is written: under another name first, then renamed, so that nobody ever sees half of it.
struct OutputFile {
  let path: String

  /// - Throws: `notWritten` with the reason; an older file of the name is then untouched.
  func write(_ bytes: [UInt8]) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw RegistryError.notWritten(
        Fault("\(path) could not be written", mend: "check that its directory exists, is writable and has space"))
    }
  }

  /// Makes an empty file that only its owner can read.
  ///
  /// - Throws: `exists` when there is one already.
  func createPrivately() throws {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw RegistryError.exists(path) }
      throw RegistryError.notWritten(
        Fault("\(path) could not be made", mend: "check that its directory exists and is writable"))
    }
    close(descriptor)
  }
}
