package import ClinicalModel

/// A place where history and tables do not agree, or where one of them is not what it was.
package struct Deviation: Hashable, Sendable {
  /// The revision; nil when none is concerned.
  package let seq: Int64?
  package let caseID: String?
  /// The field: `lesions/L1/muscle`; empty when there is none.
  package let path: String
  package let what: Message

  package init(seq: Int64? = nil, caseID: String? = nil, path: String = "", _ what: Message) {
    self.seq = seq
    self.caseID = caseID
    self.path = path
    self.what = what
  }

  /// A stored value that is not the one that the history tells.
  init(of change: CaseDifference.Change, caseID: String? = nil) {
    self.init(
      caseID: caseID, path: change.path, "it holds \(change.new.shown), and the history says \(change.old.shown)")
  }

  /// A change that does not begin where the revisions before it ended.
  init(from told: Scalar, to change: CaseDifference.Change, in revision: Revision) {
    self.init(
      seq: revision.seq, caseID: revision.caseID, path: change.path,
      "it was changed from \(change.old.shown), and the history before says \(told.shown)")
  }
}

extension Scalar {
  /// The value as a message names it.
  var shown: String {
    switch self {
    case .null: "nothing"
    case .integer, .real: written ?? "nothing"
    case .text(let text): text.quoted
    }
  }
}
