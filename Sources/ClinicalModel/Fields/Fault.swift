/// Why a value was refused, in words for the person who typed it.
///
/// Told as `what; mend`: both are clauses without a capital or a full stop.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, with the value as it was given.
  public let what: Message
  /// What to do instead, with an example; empty where `what` says it all.
  public let mend: Message

  public init(_ what: Message, mend: Message = "") {
    self.what = what
    self.mend = mend
  }

  /// Both in one sentence.
  public var message: Message { mend.isEmpty ? what : "\(what); \(mend)" }

  public var description: String { message.description }
}

extension String {
  /// The value as an error message quotes it: in quotes, without control characters, at most 60 characters.
  public var quoted: String {
    let shown = unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? " " : String($0) }
    return "\"\(shown.joined())\(unicodeScalars.count > 60 ? "…" : "")\""
  }
}
