import ClinicalModel
import Foundation

/// A file that is written: under another name first, then renamed, so that nobody ever sees half of it.
struct OutputFile {
  let path: String
  /// Where it is noted while it is half written.
  var state: StateDirectory?

  /// - Throws: `notWritten` with the reason; an older file of the name is then untouched.
  func write(_ bytes: [UInt8]) throws { try write { try $0.write(bytes) } }

  /// Writes the file piece by piece. A pipe or device gets nothing before all is there.
  ///
  /// - Parameter isInterrupted: whether somebody has asked to stop; then an older file of the name stays.
  func write<Result>(
    until isInterrupted: @escaping @Sendable () -> Bool = { false }, _ body: (OutputSink) throws -> Result
  ) throws -> Result {
    var found = stat()
    if stat(path, &found) == 0 {
      switch found.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR:
        throw Self.notWritten("\(path) is a directory", mend: "name a file in it, for example \(path)/cohort.csv")
      default: return try writeThrough(until: isInterrupted, body)
      }
    }
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent().path
    let temporary = "\(folder)/.\(target.lastPathComponent).part-\(UUID().uuidString)"
    let noted = state?.note(unfinished: temporary)
    defer { withExtendedLifetime(noted) {} }
    let result: Result
    do {
      let sink = try OutputSink(open(temporary, O_CREAT | O_EXCL | O_WRONLY, 0o600), path: path, until: isInterrupted)
      result = try body(sink)
      try sink.commit()
      guard rename(temporary, target.path) == 0 else { throw Self.notWritten("\(path) could not be written") }
    } catch {
      unlink(temporary)
      throw error
    }
    syncDirectory(folder)
    return result
  }

  private func writeThrough<Result>(
    until isInterrupted: @escaping @Sendable () -> Bool, _ body: (OutputSink) throws -> Result
  ) throws -> Result {
    let waiting = try Self.nameless()
    let sink = try OutputSink(dup(waiting.fileDescriptor), path: path, until: isInterrupted)
    let result = try body(sink)
    _ = try sink.digest
    try waiting.seek(toOffset: 0)
    let target = try OutputSink(open(path, O_WRONLY), path: path)
    while let piece = try waiting.read(upToCount: 1 << 20), !piece.isEmpty { try target.write([UInt8](piece)) }
    try target.commit()
    return result
  }

  /// A file without a name, for what has to wait.
  static func nameless() throws -> FileHandle {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appending(path: "psoas-\(UUID().uuidString)").path
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw notWritten("a large result needs space in \(folder.path)") }
    unlink(path)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Makes an empty file that only its owner can read.
  ///
  /// - Parameter name: what it will be called when it is whole, for a message.
  func createPrivately(as name: String) throws {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else {
      throw Self.notWritten("\(name) could not be made", mend: "check that its directory exists and is writable")
    }
    close(descriptor)
  }

  /// Gives a whole file its name.
  ///
  /// - Throws: `exists` when there is one of that name by now.
  func putInPlace(as name: String) throws {
    if link(path, name) != 0 {
      if errno == EEXIST { throw RegistryError.exists(name) }
      // A file system without links: nobody but a program that makes the same registry could come between.
      guard !FileManager.default.fileExists(atPath: name), rename(path, name) == 0 else {
        throw Self.notWritten("\(name) could not be made")
      }
    }
    syncDirectory(URL(filePath: name).deletingLastPathComponent().path)
  }

  /// Whether it is the same file as another, by whatever name.
  func isSame(as other: String) -> Bool {
    var (mine, its) = (stat(), stat())
    guard stat(path, &mine) == 0, stat(other, &its) == 0 else { return false }
    return mine.st_dev == its.st_dev && mine.st_ino == its.st_ino
  }

  static func notWritten(
    _ what: Message, mend: Message = "check that its directory exists, is writable and has space"
  ) -> RegistryError {
    .notWritten(Fault(what, mend: mend))
  }
}

/// Makes durable which files a directory holds, where that can be done.
func syncDirectory(_ path: String) {
  let directory = open(path.isEmpty ? "." : path, O_RDONLY)
  guard directory >= 0 else { return }
  fsync(directory)
  close(directory)
}
