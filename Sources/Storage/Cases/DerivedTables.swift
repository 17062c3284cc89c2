import ClinicalModel
import ClinicalRules

/// The tables that are made from a case: `case_facts`, a row a case, and `case_dates`, a row a date.
enum DerivedTables {
  static let insertFacts: String = {
    let marks = DerivedVariables.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT OR REPLACE INTO case_facts (\(factColumns)) VALUES (\(marks))"
  }()

  static let selectFacts = "SELECT \(factColumns) FROM case_facts WHERE case_id = ?"

  private static let factColumns = DerivedVariables.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")

  static let insertDate = "INSERT INTO case_dates (\(dateColumns)) VALUES (?, ?, ?, ?, ?, ?, ?)"

  static let selectDates =
    "SELECT \(dateColumns) FROM case_dates WHERE case_id = ? ORDER BY row_table, row_id, field"

  private static let dateColumns = "case_id, row_table, row_id, field, first_day, last_day, axis"

  /// The rows of `case_dates`: of every date whose days are known.
  static func dates(of caseID: String, _ timeline: CaseTimeline) -> [[Scalar]] {
    timeline.entries.compactMap { entry in
      guard let window = entry.window else { return nil }
      return [
        .text(caseID), .text(entry.table), .text(entry.row), .text(entry.field),
        .integer(Int64(window.days.lowerBound)), .integer(Int64(window.days.upperBound)), .text(window.axis.rawValue),
      ]
    }
  }
}
