import ClinicalModel
import Foundation
import Interchange
import Storage
import Syntax

/// The ends of histories as they were seen on this machine: a file of lines that is only appended to.
///
/// An end is written down twice: a moment before the command that makes it is committed, and after. The first line alone
/// proves nothing, for the command may have been cut short; where the history holds such an end, it was ours.
struct Anchors {
  let path: String

  /// The end of a registry's history at a time.
  struct Anchor {
    enum State: String {
      case seen
      /// Written before its command was committed.
      case coming
      /// Somebody vouched for it; what was seen before no longer counts.
      case accepted
    }

    let registry: String
    let head: ChainHead
    let time: String
    let state: State
  }

  /// What was seen of a registry since somebody last vouched for it, oldest first; a line that cannot be read is left out.
  func all(of registry: String) -> [Anchor] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let name = Data(registry.utf8)
    let found = data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      line.range(of: name) == nil ? nil : Self.anchor(in: Array(line))
    }.filter { $0.registry == registry }
    return Array(found[(found.lastIndex { $0.state == .accepted } ?? 0)...])
  }

  /// - Parameter durably: comes back when a power cut can no longer take the line away.
  func append(_ anchor: Anchor, durably: Bool) throws {
    let descriptor = open(path, O_CREAT | O_APPEND | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw StateDirectory.notWritten(path) }
    defer { close(descriptor) }
    let bytes = Array(((isTorn(descriptor) ? "\n" : "") + anchor.line).utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, !durably || fsync(descriptor) == 0 else {
      throw StateDirectory.notWritten(path)
    }
    if durably, lseek(descriptor, 0, SEEK_END) == bytes.count {
      syncDirectory(URL(filePath: path).deletingLastPathComponent().path)
    }
  }

  /// Whether the last line was cut short; the next one would be lost with it.
  private func isTorn(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private static func anchor(in line: [UInt8]) -> Anchor? {
    do {
      let node = try JSONReader.read(line)
      guard let registry = node["registry"]?.written, case .integer(let seq) = node["seq"],
        let hash = node["hash"]?.written.flatMap([UInt8].init(hex:)),
        let state = Anchor.State(rawValue: node["state"]?.written ?? Anchor.State.seen.rawValue)
      else { return nil }
      return Anchor(
        registry: registry, head: ChainHead(seq: seq, hash: hash), time: node["at"]?.written ?? "", state: state)
    } catch {
      return nil
    }
  }
}

extension Anchors.Anchor {
  fileprivate var line: String {
    JSONWriter.dense(
      .map([
        ("registry", .text(registry)), ("seq", .number(Int(head.seq))), ("hash", .text(head.hash.hex)),
        ("at", .text(time)), ("state", state == .seen ? nil : .text(state.rawValue)),
      ])) + "\n"
  }
}

extension [Anchors.Anchor] {
  /// The last end that a history of this head holds; nil when it holds none of them.
  ///
  /// - Parameter hash: of the revision of a number, as the registry has it.
  func last(in hash: (Int64) throws -> [UInt8]?) rethrows -> Anchors.Anchor? {
    try sorted { $0.head.seq > $1.head.seq }.first { try hash($0.head.seq) == $0.head.hash }
  }

  /// Whether nothing was added to the history, or taken from it, since it was last seen here.
  func end(at head: ChainHead) -> Bool {
    contains { $0.head == head } && !contains { $0.state != .coming && $0.head.seq > head.seq }
  }
}

extension [UInt8] {
  /// Bytes of hexadecimal digits, two a byte.
  fileprivate init?(hex: String) {
    let digits = hex.utf8.map { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") ? $0 - 48 : $0 &- 87 }
    guard digits.count % 2 == 0, digits.allSatisfy({ $0 < 16 }) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
