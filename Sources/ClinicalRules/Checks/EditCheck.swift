public import ClinicalModel

/// One documented rule that every case is judged by, wherever it comes in.
public final class EditCheck: Sendable {
  /// Stable: `ST-03`.
  public let id: String
  /// The gravest that a finding of it can be.
  public let severity: CheckSeverity
  /// What must hold, in one sentence.
  public let rule: String
  /// The fields that it looks at: `lesions.first_seen_date`.
  public let fields: [String]
  /// Where the rule is from.
  public let source: String
  let judge: @Sendable (CheckInput, inout Judgement) -> Void

  init(
    _ id: String, _ severity: CheckSeverity, _ rule: String, fields: [String], source: String,
    _ judge: @escaping @Sendable (CheckInput, inout Judgement) -> Void
  ) {
    self.id = id
    self.severity = severity
    self.rule = rule
    self.fields = fields
    self.source = source
    self.judge = judge
  }
}

/// How grave a finding is, the gravest first.
public enum CheckSeverity: String, RequiredValueSet {
  /// It cannot be true; the case is stored only as reported.
  case error
  /// It is probably wrong.
  case warning
  /// It can be, and hardly ever is.
  case rare
  /// Something is missing; it keeps a case from being called complete.
  case incomplete
  /// Worth knowing.
  case information

  /// Whether a finding is at least so grave.
  public func isAtLeast(_ other: CheckSeverity) -> Bool {
    (Self.allCases.firstIndex(of: self) ?? 0) <= (Self.allCases.firstIndex(of: other) ?? 0)
  }
}

/// What a check found in a case.
public struct CheckFinding: Hashable, Sendable {
  public let check: String
  public let severity: CheckSeverity
  /// The fields involved, the one to look at first.
  public let paths: [String]
  public let fault: Fault
  /// Why a curator lets it stand; nil while nobody does.
  public internal(set) var override: CheckOverride?

  /// `ST-03: what is wrong; what to do`, at its place.
  public var problem: Problem { Problem(path: paths.first ?? "", Fault("\(check): \(fault.what)", mend: fault.mend)) }
}

/// The annotation that lets a finding stand.
public struct CheckOverride: Hashable, Sendable {
  public let annotation: String
  public let reason: String
}

/// What one check says of one case.
public enum CheckOutcome: Hashable, Sendable {
  case pass
  case fail([CheckFinding])
  /// Why what it needs is not known.
  case cannotEvaluate(String)
  /// The case has nothing that it could judge.
  case notApplicable

  public var name: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .cannotEvaluate: "cannot_evaluate"
    case .notApplicable: "not_applicable"
    }
  }
}

/// A check at work: what it has found so far.
struct Judgement {
  let check: String
  private(set) var findings: [CheckFinding] = []
  private var isJudged = false
  private var unknown: String?

  init(_ check: String) { self.check = check }

  /// Something was there to judge, and it is right.
  mutating func pass() { isJudged = true }

  /// Something that is needed is not known.
  mutating func cannot(_ why: String) { unknown = unknown ?? why }

  /// - Parameters:
  ///   - what: what is wrong, with both values.
  ///   - mend: what to do.
  mutating func fail(_ severity: CheckSeverity, _ what: Message, mend: Message, _ paths: [String]) {
    findings.append(CheckFinding(check: check, severity: severity, paths: paths, fault: Fault(what, mend: mend)))
  }

  /// Judges one thing.
  mutating func expect(
    _ holds: Bool, _ severity: CheckSeverity, _ what: @autoclosure () -> Message, mend: @autoclosure () -> Message,
    _ paths: @autoclosure () -> [String]
  ) {
    if holds { pass() } else { fail(severity, what(), mend: mend(), paths()) }
  }

  var outcome: CheckOutcome {
    if !findings.isEmpty { return .fail(findings) }
    if isJudged { return .pass }
    return unknown.map(CheckOutcome.cannotEvaluate) ?? .notApplicable
  }
}
