import ClinicalModel
import ClinicalRules
import TestSupport
import Testing

/// The flat row of a case that is told in YAML.
struct FactSample {
  private let row: [Scalar]

  init(_ yaml: String) throws { self.init(try Samples.case("id: a\n" + yaml)) }

  init(_ subject: Case) { row = CaseSnapshot(subject).facts }

  /// A fact as it is written; of an empty one `?` and the reason.
  subscript(name: String) -> String {
    guard let index = DerivedVariables.columns.firstIndex(where: { $0.name == name }) else { return "no such fact" }
    if let text = row[index].written { return text }
    let reasons = row[row.count - 2].written?.split(separator: ";") ?? []
    return "?" + (reasons.first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1) ?? "without a reason")
  }
}
