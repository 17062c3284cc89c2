import ClinicalModel
import Foundation

/// Output that waits until it is whole: in memory, and past a limit in a file without a name.
public final class Spool {
  private static let limit = 8 << 20
  private var waiting: [[UInt8]] = []
  private var size = 0
  private var file: FileHandle?
  /// The lengths of the pieces in the file, in their order.
  private var lengths: [Int] = []

  public init() {}

  public func write(_ bytes: [UInt8]) throws {
    if bytes.isEmpty { return }
    waiting.append(bytes)
    size += bytes.count
    if size > Self.limit { try empty() }
  }

  private func empty() throws {
    let file = try self.file ?? OutputFile.nameless()
    self.file = file
    for piece in waiting {
      try file.write(contentsOf: Data(piece))
      lengths.append(piece.count)
    }
    waiting = []
    size = 0
  }

  /// Hands over the pieces, each as it was written.
  public func pieces(_ body: ([UInt8]) throws -> Void) throws {
    if let file {
      try file.seek(toOffset: 0)
      for length in lengths { try body([UInt8](try file.read(upToCount: length) ?? Data())) }
    }
    for piece in waiting { try body(piece) }
  }
}
