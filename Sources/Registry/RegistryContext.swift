public import ClinicalModel
import Storage

/// Who works with a registry, and what of the machine around it may be used.
public struct RegistryContext: Sendable {
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
  let note: @Sendable (Message) -> Void

  public init(
    name: @escaping @Sendable () -> String, reason: String?, program: String, state: String,
    now: @escaping @Sendable () -> String,
    random: @escaping @Sendable (Int) -> [UInt8], note: @escaping @Sendable (Message) -> Void
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

  var author: ChangeAuthor { author(accepting: false) }

  /// - Parameter accepting: whether the end of the history is one that somebody vouches for.
  func author(accepting: Bool) -> ChangeAuthor {
    let curator = self
    return ChangeAuthor(
      name: name(), reason: reason, time: now(), program: program,
      witness: { curator.anchor($0, $1, $2, accepting: accepting) }, salt: { curator.random(32) })
  }

  /// Keeps the end of a history outside its registry, if what was there before the command was all seen here: what
  /// somebody else added is not vouched for by adding to it. Where it is not kept, the user hears of it.
  private func anchor(
    _ registry: String, _ before: ChainHead, _ after: ChainHead, accepting: Bool
  ) -> ChangeAuthor.Confirmation {
    let state = StateDirectory(path: state)
    let anchors = state.anchors()
    func anchor(_ as: Anchors.Anchor.State) -> Anchors.Anchor {
      Anchors.Anchor(registry: registry, head: after, time: now(), state: `as`)
    }
    do {
      try state.prepare()
      if !accepting {
        guard before.seq == 0 || anchors.all(of: registry).end(at: before) else {
          note(
            "the end of the history was not anchored: what was there before was not all seen here; \(action: .run(.verify)) tells more"
          )
          return {}
        }
        try anchors.append(anchor(.coming), durably: true)
      }
      let whole = anchor(accepting ? .accepted : .seen)
      return {
        do { try anchors.append(whole, durably: accepting) } catch { tell(error) }
      }
    } catch {
      tell(error)
      return {}
    }
  }

  @Sendable private func tell(_ error: any Error) {
    if case RegistryError.notWritten(let fault) = error { note("the end of the history was not anchored: \(fault)") }
  }
}
