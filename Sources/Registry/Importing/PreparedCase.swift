import ClinicalModel
import ClinicalRules
import Interchange

/// A case that was read as a whole.
struct PreparedCase: Sendable {
  let incoming: IncomingCase
  /// What it was laid over; nil where nothing is stored of it, or nobody has looked.
  let stored: CaseSnapshot?
  /// What is wrong with it, and what is worth a look.
  let problems: Problems
  /// The case as it will be; nil when it cannot be one.
  let snapshot: CaseSnapshot?
  /// A path of it that names nothing of the case.
  let fault: Fault?
  /// What the checks find where no other case is like it; nil where they were not asked.
  private(set) var findings: [CheckFinding]?

  init(_ incoming: IncomingCase, over stored: CaseSnapshot? = nil) {
    self.incoming = incoming
    self.stored = stored
    var problems = incoming.problems
    var snapshot: CaseSnapshot?
    var fault: Fault?
    if !incoming.id.isEmpty || problems.isEmpty {
      do throws(Fault) {
        snapshot = CaseSnapshot.read(try incoming.row(over: stored?.row, &problems), &problems)
      } catch {
        problems.add(Problem(error))
        fault = error
      }
    }
    self.snapshot = problems.isEmpty ? snapshot : nil
    self.problems = problems
    self.fault = fault
  }

  /// With all that can be said of a new case without the registry.
  func judged(today: Int?) -> PreparedCase {
    guard let snapshot else { return self }
    _ = snapshot.facts
    var context = CheckContext()
    context.today = today
    var judged = self
    judged.findings = EditChecks.findings(in: snapshot, context)
    return judged
  }
}

extension IncomingCase {
  /// The rows that it and what is stored make together.
  ///
  /// - Throws: as `CasePatch.applied(to:_:)`.
  fileprivate func row(over stored: UntypedRow?, _ problems: inout Problems) throws(Fault) -> UntypedRow {
    switch content {
    case .whole(let row): row
    case .patch(let patch): try patch.applied(to: stored, &problems)
    }
  }
}
