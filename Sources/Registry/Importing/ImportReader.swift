import ClinicalModel
import Interchange
import Syntax

/// The side of an import that reads files: it runs ahead of the side that writes, and needs no registry.
struct ImportReader: Sendable {
  let inputs: [ImportInput]
  let mapping: SheetMapping?
  let today: Int?

  /// What it tells the writing side, in this order for each input.
  enum Event: Sendable {
    case begins([String])
    /// A case of a file, and how many bytes of all files were read by then.
    case holds(IncomingCase, file: String, bytes: Int)
    /// A case that is judged already.
    case prepared(PreparedCase, file: String, bytes: Int)
    /// The rows of its files; what could not be read of them, if anything.
    case ends([FileTally], Problems?)
  }

  /// Reads everything.
  ///
  /// - Parameter tell: throws when nobody wants to hear more.
  func run(_ tell: (Event) throws -> Void) throws {
    let bytes = ByteCount()
    for input in inputs {
      try tell(.begins(input.files.map(\.path)))
      var tallies: [FileTally] = []
      let files = input.files.map { file in
        InputBytes(name: file.name, path: file.path) { try bytes.source(of: file) }
      }
      do {
        try input.format.read(files, mapping, &tallies) { incoming, file in
          try tell(.holds(incoming, file: file, bytes: bytes.count))
        }
        try tell(.ends(tallies, nil))
      } catch {
        let file = input.files.count == 1 ? input.files[0].path : ""
        try tell(.ends(tallies, try Problems(error, file: file)))
      }
    }
  }

  /// Judges ahead what an event holds.
  func prepared(_ event: Event) -> Event {
    guard case .holds(let incoming, let file, let bytes) = event else { return event }
    return .prepared(PreparedCase(incoming).judged(today: today), file: file, bytes: bytes)
  }
}

/// Counts the bytes that were read of all files.
private final class ByteCount {
  private(set) var count = 0

  func source(of file: InputFile) throws -> ByteSource {
    let pieces = try file.pieces()
    return ByteSource { [self] in
      let piece = try pieces.next()
      count += piece.count
      return piece
    }
  }
}
