import Foundation

/// What is being written under another name, noted outside, so that a later start can take it away when its program was
/// killed: an export that identifies patients must not lie about.
///
/// A note is locked as long as its program lives.
final class Unfinished {
  private let descriptor: Int32
  private let note: String

  /// Notes a path; nil where nothing can be noted.
  ///
  /// - Parameter folder: where notes are kept.
  init?(_ path: String, in folder: String) {
    note = "\(folder)/\(UUID().uuidString)"
    descriptor = open(note, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { return nil }
    let whole = Array(URL(filePath: path).path.utf8)
    guard flock(descriptor, LOCK_EX) == 0, write(descriptor, whole, whole.count) == whole.count else { return nil }
  }

  deinit {
    if descriptor < 0 { return }
    unlink(note)
    close(descriptor)
  }

  /// Takes away what programs have left that are gone.
  static func sweep(_ folder: String) {
    guard let directory = opendir(folder) else { return }
    closedir(directory)
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
      let note = "\(folder)/\(name)"
      let descriptor = open(note, O_RDONLY)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, let bytes = manager.contents(atPath: note) else { continue }
      // One that says nothing yet may be about to be locked.
      if bytes.isEmpty, isYoung(descriptor) { continue }
      let path = String(decoding: bytes, as: UTF8.self)
      // Nothing but what this program names so, whatever somebody has written into a note.
      if URL(filePath: path).lastPathComponent.contains(".part-") {
        do { try manager.removeItem(atPath: path) } catch {}
        unlink("\(path)-journal")
      }
      unlink(note)
    }
  }

  private static func isYoung(_ descriptor: Int32) -> Bool {
    var found = stat()
    return fstat(descriptor, &found) == 0 && time(nil) - found.modified < 60
  }
}

extension stat {
  /// When the file was last written, in seconds since 1970.
  fileprivate var modified: Int {
    #if os(Linux)
      st_mtim.tv_sec
    #else
      st_mtimespec.tv_sec
    #endif
  }
}
