public import Analysis
import ClinicalModel
public import ClinicalRules
import Storage

extension CaseRegistry {
  /// What each criterion in turn leaves of the registry.
  public func attrition(of query: CaseQuery) throws -> Attrition {
    let counts = try RegistryError.wrapping { try database.read { try $0.attrition(of: query) } }
    let names =
      ["recorded", query.asksForWithdrawn ? "no case told twice" : "not withdrawn, no case told twice"]
      + query.steps.map(\.criterion)
    return Attrition(
      zip(names, counts).map {
        (criterion: $0, patients: $1.patients, reports: $1.reports, unknown: $1.unknown)
      })
  }
}

extension ResultTable {
  /// What each criterion leaves, a line a step.
  public init(_ attrition: Attrition) {
    self.init(
      columns: [
        Column("criterion", "Criterion", kind: .text, privacy: .safe, meaning: "What is asked at this step."),
        Column("patients", "Patients", kind: .integer, privacy: .safe, meaning: "Patients that are left."),
        Column("reports", "Reports", kind: .integer, privacy: .safe, meaning: "Reports of these patients."),
        Column("left_out", "Left out", kind: .integer, privacy: .safe, meaning: "Patients that this step left out."),
        Column(
          "unknown", "Unknown", kind: .integer, privacy: .safe,
          meaning: "Patients among them of whom it is not known whether they match."),
      ],
      rows: attrition.steps.map { step in
        [.text(step.criterion)]
          + [step.patients, step.reports, step.leftOut, step.unknown].map { .integer(Int64($0)) }
      })
  }
}
