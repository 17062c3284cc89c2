import ClinicalModel
import ClinicalRules

/// How dates stand to therapies.
extension CriteriaMeaning {
  typealias Timing = (DayWindow?, Set<String>) -> Truth

  /// How a date stands to the therapies that are asked for; the second argument are those that it is credited to.
  func times(_ all: [CriterionValue]) -> [Timing] {
    let during = all.compactMap { if case .during(let pattern) = $0 { pattern } else { nil } }
    let after = all.compactMap { if case .after(let pattern) = $0 { pattern } else { nil } }
    func timing(_ patterns: [TherapyPattern], _ stands: @escaping (DayWindow?, Therapy, Bool) -> Truth) -> Timing {
      { date, credited in
        .any(
          subject.therapies.filter { $0.status == .given }.flatMap { row in
            patterns.map { .all([therapy(row, $0), stands(date, row, credited.contains(row.id))]) }
          })
      }
    }
    return (during.isEmpty ? [] : [timing(during, self.during)]) + (after.isEmpty ? [] : [timing(after, self.after)])
  }

  private func bounds(_ row: Therapy) -> (start: DayWindow?, end: DayWindow?) {
    let start = timeline.window(of: "start_date", row: row.id, in: "therapies")
    let end = timeline.window(of: "end_date", row: row.id, in: "therapies")
    return (start, row.category == .surgery && row.endDate == nil ? start : end)
  }

  private func during(_ date: DayWindow?, _ row: Therapy, credited: Bool) -> Truth {
    let (start, end) = bounds(row)
    let before = compare(date, start) { $0.upperBound < $1.lowerBound }
    let past = compare(date, end) { $0.lowerBound > $1.upperBound }
    if before == true || past == true { return .no }
    if credited { return .certain }
    let begun = compare(date, start) { $0.lowerBound >= $1.upperBound }
    if begun == true && compare(date, end, { $0.upperBound <= $1.lowerBound }) == true { return .certain }
    return begun != nil ? .possible : .open
  }

  private func after(_ date: DayWindow?, _ row: Therapy, credited: Bool) -> Truth {
    let (start, end) = bounds(row)
    if compare(date, end, { $0.lowerBound > $1.upperBound }) == true { return .certain }
    let notYet = compare(date, start) { $0.upperBound <= $1.lowerBound }
    if notYet == true || compare(date, end, { $0.upperBound <= $1.lowerBound }) == true { return .no }
    return notYet == false ? .possible : .open
  }

  /// Nil where one of the two is not known or both are counted from different days.
  private func compare(
    _ a: DayWindow?, _ b: DayWindow?, _ holds: (ClosedRange<Int>, ClosedRange<Int>) -> Bool
  ) -> Bool? {
    guard let a, let b, a.axis == b.axis else { return nil }
    return holds(a.days, b.days)
  }
}
