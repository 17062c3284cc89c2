import Foundation

/// Where a command speaks and what it sees of its surroundings; a test brings its own.
struct Console: Sendable {
  /// Results.
  let output: @Sendable (String) -> Void
  /// Chatter and errors.
  let errors: @Sendable (String) -> Void
  let environment: [String: String]
  /// The characters of a line of the terminal; nil when results go elsewhere.
  let width: Int?

  @TaskLocal static var current = Console(
    output: { write($0, to: STDOUT_FILENO) }, errors: { write($0, to: STDERR_FILENO) },
    environment: ProcessInfo.processInfo.environment, width: terminalWidth)

  static func print(_ text: String) { current.output(text) }
  static func note(_ text: String) { current.errors(text + "\n") }

  /// A pipe that nobody reads any more is a reader who has seen enough: the program ends well.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : ExitStatus.notWritten.rawValue)
      }
      bytes = bytes.dropFirst(written)
    }
  }

  private static var terminalWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
