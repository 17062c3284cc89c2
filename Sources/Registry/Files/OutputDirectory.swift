import ClinicalModel
import Foundation

/// A directory of files that is written: under another name first, then renamed.
struct OutputDirectory {
  let path: String
  /// Where it is noted while it is half written.
  var state: StateDirectory?

  /// One of its files, as it was written.
  struct Written: Hashable {
    let name: String
    let bytes: Int
    let digest: [UInt8]
  }

  /// The directory while it is written.
  final class Folder {
    fileprivate let path: String
    private(set) var files: [Written] = []

    private let isInterrupted: @Sendable () -> Bool

    fileprivate init(path: String, until isInterrupted: @escaping @Sendable () -> Bool) {
      self.path = path
      self.isInterrupted = isInterrupted
    }

    /// Writes one file; its name is new.
    func file<Result>(_ name: String, _ body: (OutputSink) throws -> Result) throws -> Result {
      let whole = "\(path)/\(name)"
      let sink = try OutputSink(open(whole, O_CREAT | O_EXCL | O_WRONLY, 0o600), path: whole, until: isInterrupted)
      let result = try body(sink)
      try sink.commit()
      files.append(Written(name: name, bytes: sink.count, digest: try sink.digest))
      return result
    }
  }

  /// - Parameter isInterrupted: whether somebody has asked to stop; then there is no directory.
  /// - Throws: `exists` when there is something of that name already, `notWritten` with the reason.
  func write<Result>(
    until isInterrupted: @escaping @Sendable () -> Bool, _ body: (Folder) throws -> Result
  ) throws -> Result {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { throw RegistryError.exists(path) }
    let temporary = "\(path).part-\(UUID().uuidString)"
    let noted = state?.note(unfinished: temporary)
    defer { withExtendedLifetime(noted) {} }
    guard mkdir(temporary, 0o700) == 0 else {
      throw OutputFile.notWritten("\(path) could not be written")
    }
    do {
      let result = try body(Folder(path: temporary, until: isInterrupted))
      syncDirectory(temporary)
      guard rename(temporary, path) == 0 else { throw OutputFile.notWritten("\(path) could not be written") }
      syncDirectory(URL(filePath: path).deletingLastPathComponent().path)
      return result
    } catch {
      do { try manager.removeItem(atPath: temporary) } catch {}
      throw error
    }
  }
}
