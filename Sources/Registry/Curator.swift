import ClinicalModel
import Storage

/// Who works with a registry, and what of the machine around it may be used.
public struct Curator: Sendable {
  /// The name that the history keeps.
  let name: @Sendable () -> String
  /// Why something is changed; kept with the change.
  public let reason: String?
  /// Version of the program.
  public let program: String
  /// A directory outside the registry for what must not lie beside it: anchors and keys.
  public let state: String
  /// UTC to the millisecond, with Z.
  let now: @Sendable () -> String
  /// So many random bytes.
  let random: @Sendable (Int) -> [UInt8]
  /// Hears what a user should know and no result tells.
  let note: @Sendable (String) -> Void

  public init(
    name: @escaping @Sendable () -> String, reason: String?, program: String, state: String,
    now: @escaping @Sendable () -> String,
    random: @escaping @Sendable (Int) -> [UInt8], note: @escaping @Sendable (String) -> Void
  ) {
    self.name = name
    self.reason = reason
    self.program = program
    self.state = state
    self.now = now
    self.random = random
    self.note = note
  }

  /// Today, as days since 1970-01-01.
  var today: Int? {
    do { return try PartialDate(parsing: String(now().prefix(10))).window?.days.lowerBound } catch { return nil }
  }

  var author: Author {
    Author(name: name(), reason: reason, time: now(), program: program) { random(32) }
  }
}
