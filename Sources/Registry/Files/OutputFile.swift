import ClinicalModel
import Foundation

/// A file that is written: under another name first, then renamed, so that nobody ever sees half of it.
struct OutputFile {
  let path: String

  /// - Throws: `notWritten` with the reason; an older file of the name is then untouched.
  func write(_ bytes: [UInt8]) throws {
    var found = stat()
    if stat(path, &found) == 0 {
      switch found.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR:
        throw notWritten("\(path) is a directory", mend: "name a file in it, for example \(path)/cohort.csv")
      default: return try write(bytes, to: open(path, O_WRONLY), of: path)
      }
    }
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent().path
    let temporary = "\(folder)/.\(target.lastPathComponent).part-\(UUID().uuidString)"
    do {
      try write(bytes, to: open(temporary, O_CREAT | O_EXCL | O_WRONLY, 0o600), of: path)
      guard rename(temporary, target.path) == 0 else { throw notWritten("\(path) could not be written") }
    } catch {
      unlink(temporary)
      throw error
    }
    let directory = open(folder, O_RDONLY)
    if directory >= 0 {
      fsync(directory)
      close(directory)
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

  /// Whether it is the same file as another, by whatever name.
  func isSame(as other: String) -> Bool {
    var (mine, its) = (stat(), stat())
    guard stat(path, &mine) == 0, stat(other, &its) == 0 else { return false }
    return mine.st_dev == its.st_dev && mine.st_ino == its.st_ino
  }

  /// Writes everything to an open file, makes it durable where it can be, and closes it.
  private func write(_ bytes: [UInt8], to descriptor: Int32, of path: String) throws {
    guard descriptor >= 0 else { throw notWritten("\(path) could not be written") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw notWritten("\(path) could not be written: \(String(cString: strerror(errno)))") }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw notWritten("\(path) could not be written: \(String(cString: strerror(errno)))")
    }
  }

  private func notWritten(
    _ what: String, mend: String = "check that its directory exists, is writable and has space"
  ) -> RegistryError {
    .notWritten(Fault(what, mend: mend))
  }
}
