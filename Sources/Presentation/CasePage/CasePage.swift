public import ClinicalModel
public import ClinicalRules

/// The page of a case being written, a section after another.
struct CasePage {
  let subject: UntypedRow
  /// The flat row of the case: name and value.
  let facts: [String: Scalar]
  /// Why facts are empty, in their order.
  let absent: [(fact: String, reason: String)]
  let timeline: CaseTimeline
  let allRemarks: [Remark]
  /// The remarks on a row, by its path.
  let remarks: [String: [Remark]]
  let spelled: (Action) -> String
  var out: Page

  init(of snapshot: CaseSnapshot, _ spelled: @escaping (Action) -> String) {
    self.spelled = spelled
    subject = snapshot.row
    let facts = Dictionary(uniqueKeysWithValues: zip(DerivedVariables.columns.map(\.name), snapshot.facts))
    self.facts = facts
    absent = (facts["absent"]?.written ?? "").split(separator: ";").compactMap { pair in
      pair.firstIndex(of: "=").map { (String(pair[..<$0]), String(pair[$0...].dropFirst())) }
    }
    timeline = snapshot.timeline
    allRemarks = Remark.all(of: snapshot.row)
    remarks = Dictionary(grouping: allRemarks, by: \.row)
    func fact(_ name: String) -> String? { facts[name]?.written }
    let certainty = fact("mps_certainty")?.replacing("_", with: " ")
    out = Page([
      subject.id, fact("sex"), Self.years(fact("age_min"), fact("age_max")),
      fact("site_group")?.replacing("_", with: " "), fact("histology_group")?.replacing("_", with: " "),
      certainty.map { "MPS: \($0)" }, fact("vital_status"),
    ])
    person()
    cancer()
    genes()
    lesions()
    syndrome()
    treatment()
    responses()
    painAndPerformance()
    outcome()
    sources()
    discrepancies()
    notReported()
  }

  /// A fact as it is written; nil when it is empty.
  func fact(_ name: String) -> String? { facts[name]?.written }

  /// Two facts as a range: `22`, `93 to 211`.
  func range(_ name: String) -> String? {
    guard let low = fact(name + "_min"), let high = fact(name + "_max") else { return nil }
    return low == high ? low : "\(low) to \(high)"
  }

  static func years(_ low: String?, _ high: String?) -> String? {
    switch (low, high) {
    case (let low?, let high?): low == high ? low : "\(low) to \(high)"
    case (let low?, nil): "\(low) or older"
    case (nil, let high?): "up to \(high)"
    case (nil, nil): nil
    }
  }

  /// The rows of one table of the case.
  func rows(_ schema: Schema) -> [UntypedRow] {
    guard let index = Case.table.schema.children.firstIndex(where: { $0 === schema }) else { return [] }
    return subject.children[index]
  }

  /// A date, and the days that it can be where it hangs on an event.
  func date(_ name: String, of text: inout RowText) -> String? {
    guard let written = text.take(name) else { return nil }
    guard written.utf8.first.map({ $0 > UInt8(ascii: "9") && $0 != UInt8(ascii: "[") }) == true else { return written }
    let row = text.schema.identity == .wholeCase ? subject.id : text.row.id
    return timeline.window(of: name, row: row, in: text.schema.name).map { "\(written) (\($0.text))" } ?? written
  }

  /// The sections of the source that a row is told in: `[2.1]`.
  func place(_ text: RowText, parent: String = "") -> String? {
    let path = "\(text.schema.name)/\(text.schema.key(ofRow: text.row.id, in: parent))"
    var sections: [String] = []
    for remark in remarks[path] ?? [] {
      if let section = remark.section, !sections.contains(section) { sections.append(section) }
    }
    return sections.isEmpty ? nil : "[\(sections.joined(separator: ", "))]"
  }

  /// Rows in the order of the last day that a date can be; a row without one stays behind the row before it.
  func ordered(_ rows: [UntypedRow], of schema: Schema, by field: String) -> [UntypedRow] {
    let days = rows.map { timeline.window(of: field, row: $0.id, in: schema.name)?.days }
    guard days.contains(where: { $0 != nil }) else { return rows }
    var last = Int.min
    let keys = days.map { range -> Int in
      if let range { last = range.upperBound }
      return last
    }
    return zip(rows, keys).enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(
      \.element.0)
  }

  mutating func nothing(_ what: String) { out.item("", ["no \(what) reported"]) }
}

extension Page {
  /// A case as a colleague would tell it: fixed sections in a fixed order, every value of the case once.
  ///
  /// - Parameter spelled: as in `Message.text(_:)`.
  public init(of snapshot: CaseSnapshot, _ spelled: @escaping (Action) -> String) {
    self = CasePage(of: snapshot, spelled).out
  }
}
