import ClinicalModel
import ClinicalRules
import Storage

/// The edit checks where a case comes in.
struct AdmissionPolicy {
  let curator: RegistryContext
  /// What the checks call an error is stored, with the reason of the command.
  let asReported: Bool
  /// What somebody types and not a file: a case that is now called complete must be so, and an override that is left out
  /// is taken back.
  let isByHand: Bool
  /// As days since 1970-01-01.
  let today: Int?

  init(curator: RegistryContext, asReported: Bool, isByHand: Bool) {
    self.curator = curator
    self.asReported = asReported
    self.isByHand = isByHand
    today = curator.today
  }

  /// What keeps a case out, and what is worth a look; nil of a case that is stored just so.
  ///
  /// Of a stored case only what the change brings is told. Overrides that were given for other values lapse; an error
  /// that is stored as reported gets one.
  ///
  /// - Parameter known: what the checks find in it where it is new and no other case is like it.
  func judge(
    _ snapshot: inout CaseSnapshot, over stored: CaseSnapshot?, known: [CheckFinding]?, _ reading: ReadSession
  ) throws -> Problems? {
    var problems = Problems()
    var subject = snapshot.subject
    defer { snapshot = snapshot.with(subject) }
    let context = try reading.checkContext(of: subject.id, today: today)
    if let stored {
      if !isByHand { subject.keepOverrides(of: stored, context) }
      if stored.subject == subject { return nil }
      for (check, changed) in subject.dropLapsedOverrides(since: stored, context) {
        let fault = Fault(
          "the override of \(check) lapsed, for \(changed) changed", mend: "override it again if it holds")
        problems.notice(Problem(path: changed, fault))
      }
    }
    let before = Set(
      stored.map { EditChecks.findings(in: $0, context) }?.filter { $0.override == nil }.map(\.place) ?? [])
    snapshot = snapshot.with(subject)
    let told = context.isAlone ? known : nil
    let findings = (told ?? EditChecks.findings(in: snapshot, context)).filter { $0.override == nil }
    let open = findings.filter { !before.contains($0.place) }
    let errors = open.filter { $0.severity == .error }
    if asReported, let reason = curator.reason {
      try subject.override(errors, reason: reason)
    } else {
      for finding in errors { problems.add(finding.problem) }
    }
    for finding in open where finding.severity == .warning { problems.notice(finding.problem) }
    hold(status: subject.status, over: stored?.subject, findings, &problems)
    return problems
  }

  /// A case is complete only when nothing is missing; a file that says otherwise is believed, and told.
  private func hold(status: CaseStatus?, over stored: Case?, _ findings: [CheckFinding], _ problems: inout Problems) {
    guard let status, status == .complete || status == .verified, status != stored?.status else { return }
    for finding in findings where finding.severity == .incomplete {
      let what: Message = "\(finding.check): \(finding.fault.what), so the case is not \(status.rawValue)"
      let problem = Problem(path: finding.paths.first ?? "", Fault(what, mend: finding.fault.mend))
      if isByHand { problems.add(problem) } else { problems.notice(problem) }
    }
  }
}

extension CheckFinding {
  /// What makes two findings the same one.
  fileprivate var place: String { ([check] + paths).joined(separator: " ") }
}
