import ClinicalModel

/// All edit checks, and what they say of a case.
public enum EditChecks {
  public static let all: [EditCheck] =
    identity + tumour + stage + lesions + syndrome + biomarkers + therapy + response + followUp + provenance

  /// What every check says of a case, in their order.
  public static func judge(_ snapshot: CaseSnapshot, _ context: CheckContext) -> [(
    check: EditCheck, outcome: CheckOutcome
  )] {
    let reading = CheckInput(snapshot, context)
    return all.map { check in
      var judgement = Judgement(check.id)
      check.judge(reading, &judgement)
      return (check, judgement.outcome.overridden(by: snapshot.subject))
    }
  }

  /// The findings alone.
  public static func findings(in snapshot: CaseSnapshot, _ context: CheckContext) -> [CheckFinding] {
    let reading = CheckInput(snapshot, context)
    var found: [CheckFinding] = []
    for check in all {
      var judgement = Judgement(check.id)
      check.judge(reading, &judgement)
      if judgement.findings.isEmpty { continue }
      if case .fail(let findings) = judgement.outcome.overridden(by: snapshot.subject) { found += findings }
    }
    return found
  }
}

extension CheckOutcome {
  fileprivate func overridden(by subject: Case) -> CheckOutcome {
    guard case .fail(let findings) = self else { return self }
    return .fail(
      findings.map { finding in
        var finding = finding
        finding.override = subject.annotations.first { $0.lets(finding) }.map {
          CheckOverride(annotation: $0.id, reason: $0.reason ?? "")
        }
        return finding
      })
  }
}

extension Annotation {
  /// Whether it lets a finding stand: it has a reason, and names the check and one of the fields, or rows, involved.
  func lets(_ finding: CheckFinding) -> Bool {
    guard kind == .override, rule == finding.check, reason != nil, let about = about?.text else { return false }
    return finding.paths.contains { $0 == about || $0.hasPrefix(about + "/") }
  }
}
