import ClinicalModel
import Storage

/// Whether the history is whole and the tables agree with it.
public struct Verification: Sendable {
  public enum Outcome: Sendable {
    /// Whole, and its end was seen here before.
    case verified
    /// Something was changed past the program.
    case tampered
    /// Whole in itself; that it was cut short or written anew cannot be excluded.
    case notAnchored
  }

  public let outcome: Outcome
  /// What was found, a line each: where, then what.
  public let findings: [String]
  /// What it comes to, in a sentence.
  public let summary: String
}

extension CaseRegistry {
  /// - Parameter quick: looks at the chain alone, not at the tables.
  public func verify(quick: Bool) throws -> Verification {
    try RegistryError.wrapping {
      try database.read { session in
        var findings: [String] = []
        var count = 0
        func report(_ deviation: Deviation) {
          count += 1
          if findings.count < Problems.limit { findings.append(deviation.text) }
        }
        try session.verifyChain(report)
        if !quick { try session.verifyTables(report) }
        let head = try session.chainHead()
        let anchors = StateDirectory(path: curator.state).anchors(of: try session.registryID())
        for anchor in anchors {
          guard try session.chainHash(at: anchor.seq)?.hex != anchor.hash else { continue }
          report(Deviation(of: anchor, head: head))
        }
        if count > findings.count { findings.append("… and \(count - findings.count) more") }
        let whole = quick ? "the history is whole" : "the history is whole and the tables agree with it"
        guard findings.isEmpty else {
          let places = count == 1 ? "1 place" : "\(count) places"
          return Verification(outcome: .tampered, findings: findings, summary: "TAMPERED in \(places); \(head.text)")
        }
        guard let last = anchors.max(by: { $0.seq < $1.seq }) else {
          let summary =
            "consistent but not anchored: \(whole); \(head.text). That it was cut or rewritten cannot be excluded here"
          return Verification(outcome: .notAnchored, findings: [], summary: summary)
        }
        let later = head.seq == last.seq ? "" : "; \(head.seq - last.seq) later revisions were never anchored here"
        return Verification(
          outcome: .verified, findings: [],
          summary: "verified to seq \(last.seq) against the anchor of \(last.time): \(whole); \(head.text)\(later)")
      }
    }
  }

  /// Keeps the end of the history outside the registry; where that cannot be, the user hears of it.
  func anchor() throws {
    let (registry, head) = try database.read { (try $0.registryID(), try $0.chainHead()) }
    do {
      try StateDirectory(path: curator.state).append(
        StateDirectory.Anchor(registry: registry, seq: head.seq, hash: head.hash.hex, time: curator.now()))
    } catch RegistryError.notWritten(let fault) {
      curator.note("the end of the history was not anchored: \(fault)")
    }
  }
}

extension Deviation {
  /// `seq 3: kodama2024-1: lesions/L1/muscle: it holds …`.
  fileprivate var text: String {
    [seq.map { "seq \($0)" } ?? "", caseID ?? "", path, what].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  fileprivate init(of anchor: StateDirectory.Anchor, head: ChainHead) {
    self.init(
      seq: anchor.seq,
      anchor.seq > head.seq
        ? "it was anchored on \(anchor.time) and is gone: the history was cut, or this is an older copy"
        : "it was anchored on \(anchor.time) with another hash: the history was written anew, or this is another copy")
  }
}
