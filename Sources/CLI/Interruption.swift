import Foundation
import Synchronization

/// Ctrl-C during a command that changes the registry: it is asked to stop and undo what it did; a second one ends it at
/// once.
enum Interruption {
  fileprivate static let isAsked = Atomic(false)

  /// Begins to listen.
  ///
  /// - Returns: whether somebody has asked to stop.
  static func watch() -> @Sendable () -> Bool {
    isAsked.store(false, ordering: .relaxed)
    var heard = sigset_t()
    sigemptyset(&heard)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      sigaddset(&heard, number)
      signal(number) { caught in
        Interruption.isAsked.store(true, ordering: .relaxed)
        signal(caught, SIG_DFL)
      }
    }
    // Whoever started us may have done so from a thread that hears no signals.
    pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    return { isAsked.load(ordering: .relaxed) }
  }
}
