import ClinicalModel
import Interchange

/// A case that was read, and judged as if it were new: all that can be done without the registry.
struct PreparedCase: Sendable {
  let incoming: IncomingCase
  /// What is wrong with it as a new case, and what is worth a look.
  let problems: Problems
  /// The case as a new one; nil when it cannot be one.
  let fresh: NewCase?

  init(_ incoming: IncomingCase, today: Int?) {
    self.incoming = incoming
    var problems = incoming.problems
    if incoming.id.isEmpty, !problems.isEmpty {
      fresh = nil
    } else {
      let subject = Case.read(incoming.row(over: nil, &problems), &problems)
      fresh = problems.isEmpty ? NewCase(WholeCase(subject), today: today) : nil
    }
    self.problems = problems
  }
}

/// What a case brings along when nothing of it is stored.
struct NewCase: Sendable {
  let whole: WholeCase
  let facts: [Scalar]
  /// What the checks find where no other case is like it.
  let findings: [CheckFinding]

  init(_ whole: WholeCase, today: Int?) {
    self.whole = whole
    facts = CaseFacts.row(of: whole.subject, whole.timeline)
    var context = CheckContext()
    context.today = today
    findings = EditChecks.findings(in: whole, context)
  }
}

extension IncomingCase {
  /// The rows that it and what is stored make together.
  func row(over stored: PlainRow?, _ problems: inout Problems) -> PlainRow {
    switch content {
    case .whole(let row): row
    case .part(let part): part.laid(over: stored, &problems)
    }
  }
}
