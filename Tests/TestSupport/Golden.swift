package import Foundation
import Testing

/// Documents that the program can write itself: a test holds them against what it writes today.
package enum Golden {
  /// `UPDATE_GOLDEN=1` writes the documents instead of comparing them.
  package static var isUpdated: Bool { ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" }

  /// The file of a document by its path from the top of the package.
  package static func file(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: path)
  }

  package static func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

  package static func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      at: file(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file(path))
  }

  /// Compares a document with what it should say.
  package static func check(_ path: String, says text: String) throws {
    if isUpdated { return try write(text, to: path) }
    let written = FileManager.default.fileExists(atPath: file(path).path) ? try Golden.text(path) : ""
    #expect(written == text, "\(path) is out of date: make docs writes it anew")
  }
}
