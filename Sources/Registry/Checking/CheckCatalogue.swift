import ClinicalModel
import ClinicalRules

/// The edit checks as a list.
public enum CheckCatalogue {
  public static var listing: ResultTable {
    ResultTable(
      columns: columns,
      rows: EditChecks.all.map { check in
        [
          .text(check.id), .text(check.severity.rawValue), .text(check.rule),
          .text(check.fields.joined(separator: ", ")), .text(check.source),
        ]
      })
  }

  private static let columns = [
    Column("check", "Check", kind: .text, privacy: .safe, meaning: "Its id, which stays."),
    Column("severity", "Severity", kind: .text, privacy: .safe, meaning: "The gravest that a finding can be."),
    Column("rule", "Rule", kind: .text, privacy: .safe, meaning: "What must hold."),
    Column("fields", "Fields", kind: .text, privacy: .safe, meaning: "The fields that it looks at."),
    Column("source", "Source", kind: .text, privacy: .safe, meaning: "Where the rule is from."),
  ]
}
