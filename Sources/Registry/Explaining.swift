import ClinicalModel
import Interchange

extension CaseRegistry {
  /// Why a fact of a case is what it is: its value, its formula, and the values of the case that it follows from.
  ///
  /// - Throws: ``RegistryError/usage(_:)`` when there is no such fact, ``RegistryError/noInput(_:)`` no such case.
  public func explain(_ name: String, of id: String, as format: CaseView) throws -> String {
    let (row, _) = try find(id)
    let explanation: Explanation
    do { explanation = try CaseFacts.explain(name, of: row) } catch { throw RegistryError.usage(error) }
    switch format {
    case .text: return text(of: explanation, Remark.all(of: row))
    case .json: return JSONWriter.pretty(node(of: explanation)) + "\n"
    case .yaml: return try YAMLWriter.text(of: [node(of: explanation)])
    }
  }

  private func text(of explanation: Explanation, _ remarks: [Remark]) -> String {
    let column = explanation.column
    var out = SummaryText(width: CaseView.width)
    if let value = explanation.value.written {
      out.title(["\(column.name) = \(value)\(column.shownUnit)"])
    } else {
      out.title(["\(column.name) is empty: \(explanation.reason ?? "")"])
    }
    out.item("", [column.meaning])
    if explanation.inputs.isEmpty {
      out.item("", ["Nothing in the case tells it."])
    } else {
      out.section("It follows from")
      out.pairs(explanation.inputs.map { ($0.path.text, told($0, remarks)) })
    }
    return out.text + "\nRules of version \(CaseFacts.version).\n"
  }

  private func told(_ input: Explanation.Input, _ remarks: [Remark]) -> String {
    let value = input.value.written ?? "is there"
    let days = input.window.map { $0.text == value ? "" : " (\($0.text))" } ?? ""
    let row = input.path.row.map { "\(input.path.table)/\($0)" } ?? input.path.table
    let about = remarks.filter { $0.row == row && ($0.column == nil || $0.column == input.path.column) }
    let places = about.compactMap { remark in remark.section.map { "\(remark.source ?? "") \($0)" } }
    let place = (about.first { $0.column != nil }?.section).map { section in
      places.first { $0.hasSuffix(section) } ?? section
    }
    return value + days + ((place ?? places.first).map { "  [\($0)]" } ?? "")
  }

  private func node(of explanation: Explanation) -> CaseNode {
    func text(_ text: String?) -> CaseNode { text.map { CaseNode(.scalar(.text($0))) } ?? CaseNode(.null) }
    func scalar(_ value: Scalar) -> CaseNode { value == .null ? CaseNode(.null) : CaseNode(.scalar(value)) }
    let inputs = explanation.inputs.map { input in
      CaseNode(
        .map([
          .init("path", text(input.path.text)), .init("value", scalar(input.value)),
          .init("days", text(input.window?.text)),
        ]))
    }
    return CaseNode(
      .map([
        .init("field", text(explanation.column.name)), .init("value", scalar(explanation.value)),
        .init("reason", text(explanation.reason)), .init("unit", text(explanation.column.unit)),
        .init("formula", text(explanation.column.meaning)), .init("inputs", CaseNode(.list(inputs))),
        .init("facts_version", CaseNode(.scalar(.integer(Int64(CaseFacts.version))))),
      ]))
  }
}
