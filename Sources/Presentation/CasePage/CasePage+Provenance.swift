import ClinicalModel
import ClinicalRules

extension CasePage {
  mutating func sources() {
    out.section("Sources")
    let schema = Source.table.schema
    if rows(schema).isEmpty { nothing("source") }
    for row in rows(schema) {
      var text = RowText(row, schema)
      let issue = [text.take("journal"), text.take("year"), text.take("volume"), text.take("pages")]
      out.item(
        row.id,
        [
          text.take("label"), text.word("role"), text.word("kind"), text.word("access"), text.take("authors"),
          text.take("title"), issue.compactMap { $0 }.joined(separator: ", "), text.take("citation"),
          text.take("doi", "doi:"), text.take("pmid", "PMID "),
        ] + text.rest() + [place(text)])
    }
    for remark in allRemarks where ["source", "comment"].contains(remark.kind) && remark.isTelling {
      out.item(Page.bullet, remark.parts, depth: 1)
    }
  }

  mutating func discrepancies() {
    out.section("Discrepancies")
    let told = allRemarks.filter { ["discrepancy", "override"].contains($0.kind) }
    if told.isEmpty { nothing("discrepancy") }
    for remark in told { out.item(Page.bullet, remark.parts) }
  }

  mutating func notReported() {
    out.section("What is not reported")
    let told = allRemarks.filter { $0.kind == "absent" }
    out.reasons(told.filter { !$0.isMore }.map { ($0.place, $0.reason ?? "absent") })
    for remark in told where remark.isMore { out.item(Page.bullet, remark.parts) }
    let empty =
      absent.filter { $0.reason != "not_applicable" }
      + DerivedVariables.columns.filter { fact($0.name) == "not_reported" }.map { ($0.name, "not_reported") }
    if empty.isEmpty { return }
    let why: Message = "Columns of a cohort that stay empty for it (\(action: .set(.explain)) tells why):"
    out.item("", [why.text(spelled)])
    out.reasons(empty.map { ($0.fact, $0.reason) })
  }
}

extension Page {
  /// What has the same reason on one line.
  fileprivate mutating func reasons(_ all: [(what: String, reason: String)]) {
    var order: [String] = []
    for (_, reason) in all where !order.contains(reason) { order.append(reason) }
    for reason in order {
      let what = all.filter { $0.reason == reason }.map(\.what)
      item(Self.bullet, ["\(reason.replacing("_", with: " ")): \(what.joined(separator: ", "))"])
    }
  }
}

extension Remark {
  /// Whether it says more than where a value stands.
  fileprivate var isTelling: Bool { reason != nil || quote != nil || (derivation != nil && derivation != "stated") }

  /// Whether it says more than why a value is not there.
  fileprivate var isMore: Bool { quote != nil || confidence != nil || rule != nil || derivation != nil }

  fileprivate var parts: [String?] {
    [
      place.isEmpty ? row : place, [reason, rule].compactMap { $0 }.joined(separator: ", "), quote.map { "“\($0)”" },
      derivation == "stated" ? nil : derivation, confidence.map { "confidence \($0)" },
      source.map { source in "[" + [source, section].compactMap { $0 }.joined(separator: " ") + "]" } ?? section,
    ]
  }
}
