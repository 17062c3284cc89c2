/// Who changes something, when and why; what a revision says besides the change itself.
package struct ChangeAuthor: Sendable {
  package let name: String
  package let reason: String?
  /// UTC to the millisecond, with Z (`2026-01-31T12:00:00.000Z`).
  package let time: String
  /// Version of the program.
  package let program: String
  /// 32 random bytes, new ones each time.
  let salt: @Sendable () -> [UInt8]
  let witness: Witness

  /// Sees the end of a registry's history before a command and after it, a moment before the command is committed; what
  /// it returns is done once that has happened.
  package typealias Witness = @Sendable (_ registry: String, _ before: ChainHead, _ after: ChainHead) -> Confirmation
  package typealias Confirmation = @Sendable () -> Void

  package init(
    name: String, reason: String?, time: String, program: String, witness: @escaping Witness,
    salt: @escaping @Sendable () -> [UInt8]
  ) {
    self.witness = witness
    self.name = name
    self.reason = reason
    self.time = time
    self.program = program
    self.salt = salt
  }
}
