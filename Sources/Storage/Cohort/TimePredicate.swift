import ClinicalModel
import ClinicalRules

/// When something was: while a therapy was given, or after it had ended.
struct TimePredicate {
  var during: [TherapyPattern] = []
  var after: [TherapyPattern] = []

  var isEmpty: Bool { during.isEmpty && after.isEmpty }

  /// What has a time.
  enum Event {
    /// A row `g` of `driver_genes`, on the day of its test.
    case geneResult
    /// A row `r` of `responses`; one that a therapy is credited with is of the time of that therapy.
    case response
    /// A row `o` of `case_dates`.
    case onset

    /// The row's date `e`.
    fileprivate var date: String {
      let row =
        switch self {
        case .geneResult:
          "e.row_table = 'molecular_tests' AND e.row_id = g.molecular_test_id AND e.field = 'tested_date'"
        case .response: "e.row_table = 'responses' AND e.row_id = r.id AND e.field = 'assessed_date'"
        case .onset: "e.row_table = o.row_table AND e.row_id = o.row_id AND e.field = o.field"
        }
      return "LEFT JOIN case_dates e ON e.case_id = t.case_id AND \(row)"
    }

    fileprivate var caseID: String {
      switch self {
      case .geneResult: "g.case_id"
      case .response: "r.case_id"
      case .onset: "o.case_id"
      }
    }

    /// True of a therapy `t` that the row is credited to.
    fileprivate var credit: String? {
      switch self {
      case .geneResult, .onset: nil
      case .response:
        "EXISTS (SELECT 1 FROM response_therapies x WHERE x.case_id = r.case_id AND x.response_id = r.id "
          + "AND x.therapy_id = t.id)"
      }
    }
  }

  func condition(of event: Event) -> ThreeValuedCondition {
    var clauses: [ThreeValuedCondition] = []
    if !during.isEmpty { clauses.append(.any(during.map { Self.during($0, event) })) }
    if !after.isEmpty { clauses.append(.any(after.map { Self.after($0, event) })) }
    return .all(clauses)
  }

  private static func during(_ therapy: TherapyPattern, _ event: Event) -> ThreeValuedCondition {
    let open =
      "(e.last_day IS NULL OR s.first_day IS NULL OR e.axis <> s.axis OR e.last_day >= s.first_day) "
      + "AND (e.first_day IS NULL OR z.last_day IS NULL OR e.axis <> z.axis OR e.first_day <= z.last_day)"
    let inside = "e.axis = s.axis AND e.axis = z.axis AND e.first_day >= s.last_day AND e.last_day <= z.first_day"
    let overlap = "e.last_day IS NOT NULL AND s.first_day IS NOT NULL AND e.axis = s.axis AND \(open)"
    let credited = event.credit.map { " OR (\($0) AND \(open))" } ?? ""
    return some(therapy, event, certain: inside + credited, possible: "(\(overlap))" + credited, open: open)
  }

  private static func after(_ therapy: TherapyPattern, _ event: Event) -> ThreeValuedCondition {
    let later = "e.axis = z.axis AND e.first_day > z.last_day"
    let started = "e.axis = s.axis AND e.last_day > s.first_day"
    let open =
      "(e.last_day IS NULL OR s.first_day IS NULL OR e.axis <> s.axis OR e.last_day > s.first_day) "
      + "AND (e.last_day IS NULL OR z.first_day IS NULL OR e.axis <> z.axis OR e.last_day > z.first_day)"
    return some(
      therapy, event, certain: later, possible: "(\(later)) OR (\(started) AND \(open))",
      open: "(\(later)) OR (\(open))")
  }

  /// Some therapy of the pattern that was given stands so to the event: `s` and `z` are its first and last date; a
  /// procedure without an end ends on its day.
  private static func some(
    _ therapy: TherapyPattern, _ event: Event, certain: String, possible: String, open: String
  ) -> ThreeValuedCondition {
    let procedure = "t.category IN ('surgery', 'ablation', 'nerve_block') AND t.end_date IS NULL"
    let rows = """
      SELECT 1 FROM therapies t \(event.date) \
      LEFT JOIN case_dates s ON s.case_id = t.case_id AND s.row_table = 'therapies' AND s.row_id = t.id \
      AND s.field = 'start_date' \
      LEFT JOIN case_dates z ON z.case_id = t.case_id AND z.row_table = 'therapies' AND z.row_id = t.id \
      AND z.field = CASE WHEN \(procedure) THEN 'start_date' ELSE 'end_date' END \
      WHERE t.case_id = \(event.caseID) AND t.status = 'given'
      """
    let of = therapy.condition(of: "t")
    func exists(_ pattern: SQLCondition, _ time: String) -> SQLCondition {
      SQLCondition("EXISTS (\(rows) AND (\(pattern.sql)) AND (\(time)))", pattern.values)
    }
    return ThreeValuedCondition(
      certain: exists(of.certain, certain), possible: exists(of.possible, possible), open: exists(of.open, open))
  }
}
