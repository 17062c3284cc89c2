public import ClinicalModel
import Storage
import Syntax

/// Whether the history is whole and the tables agree with it.
public struct Verification: Sendable {
  public enum Outcome: Sendable {
    /// Whole, and its end was seen here before.
    case verified
    /// Something was changed past the program.
    case tampered
    /// Whole in itself; that it was cut short or written anew cannot be excluded.
    case notAnchored
    /// Whole, and an end of it was seen here before; what was added since was not.
    case unseenTail
  }

  public let outcome: Outcome
  /// What was found, a line each: where, then what.
  public let findings: [Message]
  /// What it comes to, in a sentence.
  public let summary: Message
}

extension CaseRegistry {
  /// - Parameter quick: looks at the chain alone, not at the tables.
  public func verify(quick: Bool) throws -> Verification {
    try RegistryError.wrapping {
      var found = try findings(quick: quick)
      return try database.read { session in
        let head = try session.chainHead()
        let anchors = StateDirectory(path: curator.state).anchors().all(of: try session.registryID())
        for anchor in anchors where anchor.state != .coming {
          if try session.chainHash(at: anchor.head.seq) != anchor.head.hash {
            found.add(Deviation(of: anchor, head: head))
          }
        }
        if found.count > 0 { return found.tampered(at: head) }
        let whole: Message = quick ? "the history is whole" : "the history is whole and the tables agree with it"
        guard let last = try anchors.last(in: { try session.chainHash(at: $0) }) else {
          return Verification(
            outcome: .notAnchored, findings: [],
            summary:
              "consistent but not anchored: \(whole); \(head.text). That it was cut or rewritten cannot be excluded here; \(Self.acceptance)"
          )
        }
        guard last.head.seq < head.seq else {
          return Verification(
            outcome: .verified, findings: [],
            summary: "verified to seq \(last.head.seq) against the anchor of \(last.time): \(whole); \(head.text)")
        }
        let later = head.seq - last.head.seq
        let authors = try session.authors(after: last.head.seq).joined(separator: ", ")
        return Verification(
          outcome: .unseenTail, findings: [],
          summary:
            "anchored to seq \(last.head.seq) of \(last.time); \(later) later, by \(authors), \(later == 1 ? "was" : "were") not seen here: \(whole); \(head.text). \(action: .run(.history())) tells what was done; \(Self.acceptance)"
        )
      }
    }
  }

  private static let acceptance: Message =
    "if you know where the file comes from: \(action: .run(.acceptRestored))"

  /// Vouches for the end of the history, as of a registry that was restored from a backup or comes from elsewhere: it is
  /// kept in the history, with the reason, and what was seen here before no longer counts.
  ///
  /// - Returns: what was found; nothing is accepted of what does not agree with itself.
  /// - Throws: ``RegistryError/usage(_:)`` without a reason.
  public func acceptRestored() throws -> Verification {
    guard curator.reason != nil else {
      throw RegistryError.usage(
        Fault("\(action: .set(.acceptRestored)) needs a reason", mend: "add \(action: .set(.reason, to: "TEXT"))"))
    }
    return try RegistryError.wrapping {
      let found = try findings(quick: false)
      let head = try database.read { try $0.chainHead() }
      if found.count > 0 { return found.tampered(at: head) }
      try StateDirectory(path: curator.state).prepare()
      try database.mutate(by: curator.author(accepting: true)) { session in
        guard try session.reading.chainHead() == head else { throw RegistryError.busy }
        try session.record(
          .accept, .event(.map([("seq", .number(Int(head.seq))), ("hash", .text(head.hash.hex))])))
      }
      return try verify(quick: true)
    }
  }

  /// Holds the registry against its history.
  private func findings(quick: Bool) throws -> Findings {
    var found = Findings()
    let verifier = Verifier(database) { found.add($0) }
    if quick { try verifier.verifyChain() } else { try verifier.verify() }
    return found
  }
}

/// What was found so far, as far as it is listed.
private struct Findings {
  private(set) var count = 0
  private var listed: [Message] = []

  mutating func add(_ deviation: Deviation) {
    count += 1
    if listed.count < Problems.limit { listed.append(deviation.text) }
  }

  func tampered(at head: ChainHead) -> Verification {
    let more: [Message] = count > listed.count ? ["… and \(count - listed.count) more"] : []
    let places = count == 1 ? "1 place" : "\(count) places"
    return Verification(
      outcome: .tampered, findings: listed + more, summary: "TAMPERED in \(places); \(head.text)")
  }
}

extension Deviation {
  /// `seq 3: kodama2024-1: lesions/L1/muscle: it holds …`.
  fileprivate var text: Message {
    let place = [seq.map { "seq \($0)" } ?? "", caseID ?? "", path].filter { !$0.isEmpty }.map { "\($0): " }
    return Message(verbatim: place.joined()) + what
  }

  fileprivate init(of anchor: Anchors.Anchor, head: ChainHead) {
    self.init(
      seq: anchor.head.seq,
      anchor.head.seq > head.seq
        ? "it was anchored on \(anchor.time) and is gone: the history was cut, or this is an older copy (a backup that was brought back: \(action: .run(.acceptRestored)))"
        : "it was anchored on \(anchor.time) with another hash: the history was written anew, or this is another copy")
  }
}
