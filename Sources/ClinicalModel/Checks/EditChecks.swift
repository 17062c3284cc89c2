/// All edit checks, and what they say of a case.
public enum EditChecks {
  public static let all: [EditCheck] =
    identity + tumour + stage + lesions + syndrome + biomarkers + therapy + response + followUp + provenance

  /// What every check says of a case, in their order.
  public static func judge(_ subject: Case, _ context: CheckContext) -> [(check: EditCheck, outcome: CheckOutcome)] {
    let reading = CheckReading(subject, context)
    return all.map { check in
      var judgement = Judgement(check.id)
      check.judge(reading, &judgement)
      return (check, judgement.outcome.overridden(by: subject))
    }
  }

  /// The findings alone.
  public static func findings(in subject: Case, _ context: CheckContext) -> [CheckFinding] {
    judge(subject, context).flatMap { _, outcome -> [CheckFinding] in
      if case .fail(let findings) = outcome { findings } else { [] }
    }
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

extension Case {
  /// Lets findings stand, with the reason for it.
  public mutating func override(_ findings: [CheckFinding], reason: String) throws(Fault) {
    for finding in findings where finding.override == nil {
      var annotation = Annotation()
      annotation.id = freeAnnotationID
      annotation.about = try CellPath(parsing: finding.paths.first ?? "cases/id")
      annotation.kind = .override
      annotation.reason = reason
      annotation.derivation = .curator
      annotation.rule = finding.check
      annotations.append(annotation)
    }
  }

  private var freeAnnotationID: String {
    let taken = Set(annotations.map(\.id))
    var number = annotations.count + 1
    while taken.contains("N\(number)") { number += 1 }
    return "N\(number)"
  }

  /// Takes overrides away that were given for other values than the case now has.
  ///
  /// - Parameter stored: the case as it was when they held.
  /// - Returns: what lapsed, with a field that changed.
  public mutating func dropLapsedOverrides(since stored: Case) -> [(check: String, changed: String)] {
    let known = Set(stored.annotations.filter { $0.kind == .override })
    guard !known.isEmpty else { return [] }
    let found = EditChecks.findings(in: stored, CheckContext())
    let (before, after) = (CellValues(of: stored), CellValues(of: self))
    var lapsed: [(String, String)] = []
    annotations.removeAll { annotation in
      guard known.contains(annotation), let finding = found.first(where: { annotation.lets($0) }) else { return false }
      guard let changed = finding.paths.first(where: { before[$0] != after[$0] }) else { return false }
      lapsed.append((finding.check, changed))
      return true
    }
    return lapsed
  }
}

/// The values of a case by their paths.
private struct CellValues {
  private var values: [String: Scalar] = [:]

  init(of subject: Case) {
    for row in subject.keptRows {
      for (column, cell) in zip(row.schema.columns, row.cells) { values[row.path(of: column.name)] = cell }
    }
  }

  subscript(path: String) -> Scalar? { values[path] }
}
