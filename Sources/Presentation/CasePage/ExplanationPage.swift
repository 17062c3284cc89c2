import ClinicalModel
public import ClinicalRules

extension Page {
  /// Why a fact of a case is what it is: its value, its formula, and the values of the case that it follows from.
  public init(_ explanation: Explanation, of snapshot: CaseSnapshot) {
    let column = explanation.column
    if let value = explanation.value.written {
      self.init(["\(column.name) = \(value)\(column.shownUnit)"])
    } else {
      self.init(["\(column.name) is empty: \(explanation.reason ?? "")"])
    }
    item("", [column.meaning])
    if explanation.inputs.isEmpty {
      item("", ["Nothing in the case tells it."])
    } else {
      section("It follows from")
      let remarks = Remark.all(of: snapshot.row)
      pairs(explanation.inputs.map { ($0.path.text, $0.told(remarks)) })
    }
  }
}

extension Explanation.Input {
  /// The value, the days that it can be, and where a source tells it.
  fileprivate func told(_ remarks: [Remark]) -> String {
    let value = value.written ?? "is there"
    let days = window.map { $0.text == value ? "" : " (\($0.text))" } ?? ""
    let row = path.row.map { "\(path.table)/\($0)" } ?? path.table
    let about = remarks.filter { $0.row == row && ($0.column == nil || $0.column == path.column) }
    let places = about.compactMap { remark in remark.section.map { "\(remark.source ?? "") \($0)" } }
    let place = (about.first { $0.column != nil }?.section).map { section in
      places.first { $0.hasSuffix(section) } ?? section
    }
    return value + days + ((place ?? places.first).map { "  [\($0)]" } ?? "")
  }
}
