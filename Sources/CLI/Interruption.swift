import Foundation
import Synchronization

/// Ctrl-C during a long command: it is asked to stop and undo what it did; another one a moment later ends it at once.
enum Interruption {
  fileprivate static let isAsked = Atomic(false)
  /// When that was, in seconds since 1970.
  fileprivate static let asked = Atomic(0)

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
        if !Interruption.isAsked.load(ordering: .relaxed) {
          Interruption.asked.store(time(nil), ordering: .relaxed)
          Interruption.isAsked.store(true, ordering: .relaxed)
        } else if time(nil) > Interruption.asked.load(ordering: .relaxed) + 1 {
          // An impatient second press must not leave half a file behind, which the first one is about to remove.
          signal(caught, SIG_DFL)
          raise(caught)
        }
      }
    }
    // Whoever started us may have done so from a thread that hears no signals.
    pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    return { isAsked.load(ordering: .relaxed) }
  }
}
