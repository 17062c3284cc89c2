/// The bytes of a file, piece by piece, so that no file is in memory as a whole.
package struct ByteSource {
  private let piece: () throws -> [UInt8]

  /// - Parameter piece: the next bytes; none at the end.
  package init(_ piece: @escaping () throws -> [UInt8]) { self.piece = piece }

  /// Bytes that are in memory already.
  package init(_ bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    piece = {
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// The next bytes; none at the end.
  package func next() throws -> [UInt8] { try piece() }
}
