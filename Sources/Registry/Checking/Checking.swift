public import ClinicalModel
import Storage

/// What the edit checks say of stored cases.
public struct CheckReport: Sendable {
  public let listing: ResultTable
  /// Errors that nobody lets stand.
  public let openErrors: Int
}

/// Which results of the checks are told.
public enum CheckSelection: Sendable {
  /// Open findings that are at least so grave.
  case open(CheckSeverity)
  /// Findings that somebody lets stand.
  case overridden
  /// What every check says, also that it passes or cannot tell.
  case all
}

extension CaseRegistry {
  /// Judges stored cases; when none is named all that are not withdrawn.
  ///
  /// - Throws: ``RegistryError/noInput(_:)`` when there is no such case.
  public func check(_ ids: [String], _ selection: CheckSelection) throws -> CheckReport {
    try RegistryError.wrapping {
      var rows: [[Scalar]] = []
      var openErrors = 0
      try eachSlice(of: ids.isEmpty ? nil : ids) { slice in
        try database.read { session in
          for id in slice {
            guard let snapshot = try session.fetchCase(id) else { throw try Self.noCase(id, session) }
            if ids.isEmpty, snapshot.subject.status == .withdrawn { continue }
            let context = try session.checkContext(of: id, today: curator.today)
            for (check, outcome) in EditChecks.judge(snapshot, context) {
              if case .fail(let findings) = outcome {
                openErrors += findings.count { $0.severity == .error && $0.override == nil }
              }
              rows += try selection.rows(id, check, outcome, session)
            }
          }
        }
      }
      return CheckReport(listing: ResultTable(columns: selection.columns, rows: rows), openErrors: openErrors)
    }
  }

  /// Lets the open findings of one check stand.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``RegistryError/usage(_:)`` without a reason, for an unknown check, or when it finds nothing.
  public func override(_ rule: String, of id: String) throws -> Int {
    guard let reason = curator.reason else {
      throw RegistryError.usage(Fault("an override needs a reason", mend: "add --reason TEXT"))
    }
    let known = EditChecks.all.map(\.id)
    guard known.contains(rule) else {
      throw RegistryError.usage(
        Fault("there is no check \(rule.quoted)", mend: Suggestion.sentence(for: rule, among: known)))
    }
    return try change { session in
      guard let stored = try session.stored(id) else { throw try Self.noCase(id, session.reading) }
      let context = try session.reading.checkContext(of: id, today: curator.today)
      let open = EditChecks.findings(in: stored, context).filter { $0.check == rule && $0.override == nil }
      guard !open.isEmpty else {
        throw RegistryError.usage(
          Fault("\(rule) finds nothing open in \(id)", mend: "psoas check \(id) lists what is open"))
      }
      var subject = stored.subject
      try subject.override(open, reason: reason)
      _ = try session.save(stored.with(subject), over: stored)
      return open.count
    }
  }
}

extension CheckSelection {
  fileprivate func rows(
    _ id: String, _ check: EditCheck, _ outcome: CheckOutcome, _ session: ReadSession
  ) throws -> [[Scalar]] {
    let findings: [CheckFinding] = if case .fail(let found) = outcome { found } else { [] }
    switch self {
    case .open(let severity):
      return findings.filter { $0.override == nil && $0.severity.isAtLeast(severity) }
        .map { [.text(id), .text(check.id)] + $0.cells }
    case .overridden:
      return try findings.compactMap { finding -> [Scalar]? in
        guard let override = finding.override else { return nil }
        let author = try session.author(of: "annotations/\(override.annotation)/rule", in: id)
        let told: [String?] = [override.reason, author?.name, author?.time]
        return [.text(id), .text(check.id)] + finding.cells + told.map { $0.map(Scalar.text) ?? .null }
      }
    case .all:
      let result: [Scalar] = [.text(id), .text(check.id), .text(outcome.name)]
      let why: Scalar = if case .cannotEvaluate(let why) = outcome { .text(why) } else { .null }
      return findings.isEmpty ? [result + [.null, .null, why, .null]] : findings.map { result + $0.cells }
    }
  }

  fileprivate var columns: [Column] {
    func text(_ name: String, _ label: String, _ meaning: String) -> Column {
      Column(name, label, kind: .text, privacy: .quasi, meaning: meaning)
    }
    let key = [text("case_id", "Case", "The case."), text("check", "Check", "The check.")]
    let finding = [
      text("severity", "Severity", "How grave it is."), text("path", "Field", "The field to look at first."),
      text("finding", "Finding", "What does not fit, with both values."), text("mend", "Mend", "What to do."),
    ]
    return switch self {
    case .open: key + finding
    case .overridden:
      key + finding + [
        text("reason", "Reason", "Why it may stand."), text("actor", "Who", "Who lets it stand."),
        text("at", "When", "UTC, by the clock of that machine."),
      ]
    case .all: key + [text("result", "Result", "pass, fail, cannot_evaluate or not_applicable.")] + finding
    }
  }
}

extension CheckFinding {
  fileprivate var cells: [Scalar] {
    [.text(severity.rawValue), .text(paths.first ?? ""), .text(fault.what), .text(fault.mend)]
  }
}
