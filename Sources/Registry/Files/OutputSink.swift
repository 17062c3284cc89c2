import ClinicalModel
import Crypto
import Foundation
import Synchronization

/// An open file that is written piece by piece; a thread of its own hashes and writes what was handed over.
final class OutputSink {
  private let descriptor: Int32
  private let path: String
  private let isInterrupted: @Sendable () -> Bool
  private let pieces = BoundedQueue<[UInt8]>(capacity: 4)
  private let outcome = Outcome()
  private var isEnded = false
  private(set) var count = 0

  /// What became of all the pieces.
  private final class Outcome: Sendable {
    let digest = Mutex<Result<[UInt8], any Error>>(.success([]))
    let isKnown = DispatchSemaphore(value: 0)
  }

  /// - Parameters:
  ///   - path: the file's name in a message.
  ///   - isInterrupted: whether somebody has asked to stop; then nothing more is written.
  init(_ descriptor: Int32, path: String, until isInterrupted: @escaping @Sendable () -> Bool = { false }) throws {
    guard descriptor >= 0 else { throw OutputFile.notWritten("\(path) could not be written") }
    self.isInterrupted = isInterrupted
    self.descriptor = descriptor
    self.path = path
    let (pieces, outcome) = (pieces, outcome)
    Thread.detachNewThread {
      let result = Result { try Self.write(pieces, to: descriptor, path) }
      pieces.close()
      outcome.digest.withLock { $0 = result }
      outcome.isKnown.signal()
    }
  }

  deinit {
    end()
    close(descriptor)
  }

  /// Hands over the next bytes.
  ///
  /// - Throws: `interrupted` once somebody has asked to stop, `notWritten` when an earlier piece could not be.
  func write(_ bytes: [UInt8]) throws {
    if isInterrupted() { throw RegistryError.interrupted }
    count += bytes.count
    do { try pieces.give(bytes) } catch is BoundedQueue<[UInt8]>.Closed { _ = try digest }
  }

  /// SHA-256 of all that was written; nothing more can be.
  var digest: [UInt8] {
    get throws {
      end()
      return try outcome.digest.withLock { try $0.get() }
    }
  }

  /// Makes durable what was written, where that can be done.
  func commit() throws {
    _ = try digest
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw Self.failed(path) }
  }

  private func end() {
    if isEnded { return }
    isEnded = true
    pieces.end()
    outcome.isKnown.wait()
  }

  private static func write(_ pieces: BoundedQueue<[UInt8]>, to descriptor: Int32, _ path: String) throws -> [UInt8] {
    var hash = SHA256()
    while let bytes = try pieces.take() {
      hash.update(data: bytes)
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw failed(path) }
        rest = rest.dropFirst(written)
      }
    }
    return Array(hash.finalize())
  }

  private static func failed(_ path: String) -> RegistryError {
    OutputFile.notWritten("\(path) could not be written: \(String(cString: strerror(errno)))")
  }
}
