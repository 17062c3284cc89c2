import ClinicalModel

/// The lines of a file one by one, without what ends them.
package struct LineReader {
  /// The bytes of a line at most.
  static let longest = 16 << 20

  /// The number of the line that was read last, counted from 1.
  package private(set) var number = 0
  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var at = 0
  private var isAtEnd = false

  package init(_ source: ByteSource) { self.source = source }

  /// The next line; nil at the end.
  package mutating func next() throws -> [UInt8]? {
    var searched = at
    while true {
      if let end = buffer[searched...].firstIndex(of: 10) {
        defer { at = end + 1 }
        number += 1
        return Array(buffer[at..<end])
      }
      if isAtEnd {
        guard at < buffer.count else { return nil }
        defer { at = buffer.count }
        number += 1
        return Array(buffer[at...])
      }
      guard buffer.count - at <= Self.longest else {
        throw Problem(line: number + 1, Fault("the line is longer than 16 MiB", mend: "write a case a line"))
      }
      buffer.removeSubrange(..<at)
      at = 0
      searched = buffer.count
      let piece = try source.next()
      isAtEnd = piece.isEmpty
      buffer += piece
    }
  }
}
