import ClinicalModel
import Foundation

/// A file that is read.
struct InputFile: Sendable {
  /// As the user gave it.
  let path: String

  /// - Throws: an error that says which file is missing or closed to us.
  func bytes() throws -> [UInt8] {
    do { return [UInt8](try Data(contentsOf: URL(filePath: path))) } catch { throw closed }
  }

  /// Takes the file away.
  func remove() throws {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw RegistryError.notWritten(Fault("\(path) could not be removed", mend: "remove it by hand"))
    }
  }

  /// Its name without the directories above it.
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// Its bytes, as far as that can be known before it is read.
  var size: Int {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG ? Int(found.st_size) : 0
  }

  /// Opens it to be read piece by piece.
  ///
  /// - Throws: as ``bytes()``.
  func pieces() throws -> FilePieces {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw closed }
    return FilePieces(descriptor: descriptor, unreadable: closed)
  }

  private var closed: RegistryError {
    let there = FileManager.default.fileExists(atPath: path)
    return .noInput(
      there
        ? Fault("\(path) cannot be read", mend: "check its permissions")
        : Fault("there is no file \(path)", mend: "check the path; psoas looks from the directory you are in"))
  }
}

/// An open file that is read piece by piece.
final class FilePieces {
  private static let size = 1 << 18
  private let descriptor: Int32
  private let unreadable: RegistryError

  init(descriptor: Int32, unreadable: RegistryError) {
    self.descriptor = descriptor
    self.unreadable = unreadable
  }

  deinit { close(descriptor) }

  /// The next bytes; none at the end.
  func next() throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
      while true {
        let found = read(descriptor, buffer.baseAddress, Self.size)
        if found < 0, errno == EINTR { continue }
        guard found >= 0 else { throw unreadable }
        count = found
        return
      }
    }
  }
}
