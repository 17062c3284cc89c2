import ClinicalModel

extension CasePage {
  mutating func person() {
    out.section("Who")
    var text = RowText(subject, Case.table.schema)
    for name in Self.outcomeFields { _ = text.take(name) }
    let age = Self.years(text.take("age_min"), text.take("age_max"))
    let moment = text.word("age_at")
    let presented = date("presented_date", of: &text)
    out.item(
      "",
      [
        text.take("sex"), age.map { "\($0) years" + (moment.map { $0 == "report" ? "" : " at \($0)" } ?? "") },
        presented.map { "presented \($0)" }, text.take("country"), text.word("ascertainment"),
      ])
    let rest = [text.word("smoking", "smoking: "), text.take("pack_years", "", " pack-years")] + text.rest()
    if rest.contains(where: { $0 != nil }) { out.item("", rest) }
    for row in findings(["comorbidity"]) { finding(row) }
  }

  /// What the section on the outcome tells of the case itself.
  static let outcomeFields = [
    "vital_status", "death_date", "cause_of_death", "last_contact_date", "mps_status_at_end",
  ]

  mutating func outcome() {
    out.section("Outcome")
    var text = RowText(subject, Case.table.schema)
    let died = date("death_date", of: &text)
    let seen = date("last_contact_date", of: &text)
    let parts = [
      text.take("vital_status"), died.map { "died \($0)" }, seen.map { "last contact \($0)" },
      text.take("cause_of_death", "of "), text.word("mps_status_at_end", "syndrome at the end: "),
    ]
    if parts.allSatisfy({ $0 == nil }) { nothing("outcome") } else { out.item("", parts) }
    if let days = range("onset_to_death_days") { out.item("", ["onset of the syndrome to death: \(days) days"]) }
    if let months = fact("survival_reported_months"), let event = fact("survival_reported_from") {
      out.item("", ["as reported: \(months) months from \(event == "mps_onset" ? "the onset" : "the diagnosis")"])
    }
    for row in findings(["complication", "event"]) { finding(row) }
  }

  /// The findings of some kinds, in the order of their dates.
  func findings(_ kinds: [String?]) -> [UntypedRow] {
    let schema = Finding.table.schema
    let kind = schema.index(of: "kind")
    return ordered(
      rows(schema).filter { row in kinds.contains(kind.flatMap { row.cells[$0].written }) }, of: schema,
      by: "onset_date")
  }

  mutating func finding(_ row: UntypedRow) {
    var text = RowText(row, Finding.table.schema)
    let code = text.take("code")
    let name = text.take("label") ?? code.flatMap { Vocabulary.findings.entry($0)?.label } ?? code ?? "a finding"
    let presence = text.word("presence")
    let began = date("onset_date", of: &text)
    let gone = date("resolved_date", of: &text)
    _ = text.take("kind")
    out.item(
      row.id,
      [
        presence == nil || presence == "present" ? name : "\(name): \(presence ?? "")",
        code == nil || code == name ? nil : code, text.word("laterality"), text.levels(), began,
        gone.map { "gone \($0)" }, text.word("method", "by "), text.take("verbatim").map { "“\($0)”" },
      ] + text.rest() + [place(text)])
  }
}
