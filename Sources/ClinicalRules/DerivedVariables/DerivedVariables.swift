public import ClinicalModel

/// The flat research row of a case: made by one pure function, written in the same transaction as the case.
public enum DerivedVariables {
  /// Raised whenever a rule below gives another answer than before.
  public static let version = 4

  static let facts: [DerivedVariable] =
    identity + person + cancer + syndrome + psoasLesion + genes + biomarkers + treatment + radiotherapy + pain
    + opioidEquivalents + response + scores + complications + outcome + reportedSurvival + quality

  /// The columns in their order; the names of the cohort CSV and the keys of `query --format json`.
  public static let columns: [Column] =
    facts.map(\.column) + [reasons, rules]

  /// The column that says why others are empty.
  public static let reasons = Column(
    "absent", "Absent", kind: .text, privacy: .safe, release: .ofRow,
    meaning: "column=reason for every empty column of this row, separated by semicolons.")

  public static let rules = Column(
    "facts_version", "Rules", kind: .integer, privacy: .safe, release: .ofRow,
    meaning: "Version of the rules that made this row.")

  /// The flat row of a case, in the order of ``columns``.
  static func row(of subject: Case, _ timeline: CaseTimeline) -> [Scalar] {
    let reading = DerivationInput(subject, timeline)
    var row: [Scalar] = []
    row.reserveCapacity(columns.count)
    var reasons = ""
    reasons.reserveCapacity(4096)
    for fact in facts {
      let derived = fact.derive(reading)
      if case .value(let value) = derived { row.append(value) } else { row.append(.null) }
      if let reason = derived.reason {
        if !reasons.isEmpty { reasons += ";" }
        reasons += fact.column.name
        reasons += "="
        reasons += reason
      }
    }
    row.append(reasons.isEmpty ? .null : .text(reasons))
    row.append(.integer(Int64(version)))
    return row
  }
}
