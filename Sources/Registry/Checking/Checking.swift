import ClinicalModel
public import ClinicalRules
import Storage

/// What the edit checks say of stored cases.
public struct CheckReport: Sendable {
  /// What one check says of one case, or one of its findings.
  public struct Row: Sendable {
    public let caseID: String
    public let check: String
    public let outcome: CheckOutcome
    public let finding: CheckFinding?
    /// Who lets it stand, and when (UTC, ISO 8601), where that was asked for.
    public let author: String?
    public let time: String?
  }

  public let selection: CheckSelection
  public let rows: [Row]
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
      var rows: [CheckReport.Row] = []
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
      return CheckReport(selection: selection, rows: rows, openErrors: openErrors)
    }
  }

  /// Lets the open findings of one check stand.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``RegistryError/usage(_:)`` without a reason, for an unknown check, or when it finds nothing.
  public func override(_ rule: String, of id: String) throws -> Int {
    guard let reason = curator.reason else {
      throw RegistryError.usage(Fault("an override needs a reason", mend: "add \(action: .set(.reason, to: "TEXT"))"))
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
          Fault("\(rule) finds nothing open in \(id)", mend: "\(action: .run(.check(case: id))) lists what is open"))
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
  ) throws -> [CheckReport.Row] {
    let findings: [CheckFinding] = if case .fail(let found) = outcome { found } else { [] }
    func row(_ finding: CheckFinding?, _ author: (name: String, time: String)? = nil) -> CheckReport.Row {
      CheckReport.Row(
        caseID: id, check: check.id, outcome: outcome, finding: finding, author: author?.name, time: author?.time)
    }
    switch self {
    case .open(let severity):
      return findings.filter { $0.override == nil && $0.severity.isAtLeast(severity) }.map { row($0) }
    case .overridden:
      return try findings.compactMap { finding in
        try finding.override.map { override in
          row(finding, try session.author(of: "annotations/\(override.annotation)/rule", in: id))
        }
      }
    case .all: return findings.isEmpty ? [row(nil)] : findings.map { row($0) }
    }
  }
}
