import Foundation

/// Ctrl-C during a command that changes the registry: it is asked to stop and undo what it did; a second one ends it at
/// once.
enum Interruption {
  nonisolated(unsafe) fileprivate static var isAsked: sig_atomic_t = 0

  /// Begins to listen.
  ///
  /// - Returns: whether somebody has asked to stop.
  static func watch() -> @Sendable () -> Bool {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { caught in
        Interruption.isAsked = 1
        signal(caught, SIG_DFL)
      }
    }
    return { isAsked != 0 }
  }
}
