import ClinicalModel
import Foundation
import Registry

/// Where a command speaks and what it sees of its surroundings; a test brings its own.
struct Console: Sendable {
  /// Results.
  let output: @Sendable (String) -> Void
  /// Chatter and errors.
  let errors: @Sendable (String) -> Void
  let environment: [String: String]
  /// The characters of a line of the terminal; nil when results go elsewhere.
  let width: Int?
  /// Whether somebody sits in front of it who can be asked.
  var isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
  /// The user of the operating system.
  var user: @Sendable () -> String = {
    let name = NSUserName()
    return name.isEmpty ? "user \(getuid())" : name
  }
  /// Seconds since 1970-01-01, UTC.
  var now: @Sendable () -> Double = { Date().timeIntervalSince1970 }

  @TaskLocal static var current = Console(
    output: { write($0, to: STDOUT_FILENO) }, errors: { write($0, to: STDERR_FILENO) },
    environment: ProcessInfo.processInfo.environment, width: terminalWidth)

  /// On a terminal nothing of a result moves the cursor or hides itself; a file gets it as it is.
  static func print(_ text: String) { current.output(current.width == nil ? text : text.visible) }
  static func note(_ text: String) { current.errors(text.visible + "\n") }

  /// A pipe that nobody reads any more is a reader who has seen enough: the program ends well.
  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { text in
      var bytes = UnsafeRawBufferPointer(text)[...]
      while !bytes.isEmpty {
        let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes).baseAddress, bytes.count)
        if written < 0 {
          if errno == EINTR { continue }
          exit(errno == EPIPE ? 0 : ExitStatus.notWritten.rawValue)
        }
        bytes = bytes.dropFirst(written)
      }
    }
  }

  private static var terminalWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

extension Console {
  /// The value of a variable; nil when it is not set or empty.
  func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// Whoever works here, with the clock and the randomness of this machine.
  func curator(name: String? = nil, reason: String? = nil) -> RegistryContext {
    let (now, user, errors) = (now, user, errors)
    let named = name ?? variable("PSOAS_ACTOR")
    return RegistryContext(
      name: { named ?? user() }, reason: reason, program: Psoas.version, state: state,
      now: { Self.utc(now()) }, random: Self.random,
      note: { errors("psoas: notice: \($0.told.visible)\n") })
  }

  /// So many random bytes.
  @Sendable private static func random(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { bytes += $0 } }
    return Array(bytes.prefix(count))
  }

  /// UTC to the millisecond, with Z. The C library does it: Foundation's formatters load all of ICU first.
  private static func utc(_ seconds: Double) -> String {
    var time = time_t(seconds.rounded(.down))
    var parts = tm()
    gmtime_r(&time, &parts)
    func digits(_ number: some BinaryInteger, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let milliseconds = Int((seconds - seconds.rounded(.down)) * 1000)
    let date = "\(digits(parts.tm_year + 1900, 4))-\(digits(parts.tm_mon + 1, 2))-\(digits(parts.tm_mday, 2))"
    let clock = "\(digits(parts.tm_hour, 2)):\(digits(parts.tm_min, 2)):\(digits(parts.tm_sec, 2))"
    return "\(date)T\(clock).\(digits(milliseconds, 3))Z"
  }

  /// Where anchors and keys are kept.
  private var state: String {
    if let named = variable("PSOAS_STATE") { return named }
    let base = variable("XDG_STATE_HOME") ?? (variable("HOME") ?? NSHomeDirectory()) + "/.local/state"
    return base + "/psoas"
  }
}
