import Crypto
import Foundation

/// An open file that is written piece by piece, counted and hashed on the way.
final class OutputSink {
  private let descriptor: Int32
  private let path: String
  private let isInterrupted: @Sendable () -> Bool
  private var hash = SHA256()
  private(set) var count = 0

  /// - Parameters:
  ///   - path: the file's name in a message.
  ///   - isInterrupted: whether somebody has asked to stop; then nothing more is written.
  init(_ descriptor: Int32, path: String, until isInterrupted: @escaping @Sendable () -> Bool = { false }) throws {
    guard descriptor >= 0 else { throw OutputFile.notWritten("\(path) could not be written") }
    self.isInterrupted = isInterrupted
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// - Throws: `interrupted` once somebody has asked to stop.
  func write(_ bytes: [UInt8]) throws {
    if isInterrupted() { throw RegistryError.interrupted }
    hash.update(data: bytes)
    count += bytes.count
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failed() }
      rest = rest.dropFirst(written)
    }
  }

  /// SHA-256 of all that was written.
  var digest: [UInt8] { Array(hash.finalize()) }

  /// Makes durable what was written, where that can be done.
  func settle() throws {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw failed() }
  }

  private func failed() -> RegistryError {
    OutputFile.notWritten("\(path) could not be written: \(String(cString: strerror(errno)))")
  }
}
