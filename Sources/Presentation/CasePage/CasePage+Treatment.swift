import ClinicalModel

extension CasePage {
  mutating func treatment() {
    out.section("Treatment")
    let schema = Therapy.table.schema
    if rows(schema).isEmpty { nothing("therapy") }
    for row in ordered(rows(schema), of: schema, by: "start_date") { therapy(row) }
    let doses = [
      fact("psoas_rt_bed10_gy").map { "BED10 \($0) Gy" }, fact("psoas_rt_eqd2_10_gy").map { "EQD2 \($0) Gy (α/β 10)" },
      fact("psoas_rt_eqd2_3_gy").map { "\($0) Gy (α/β 3)" },
    ]
    let told = doses.compactMap { $0 }.joined(separator: ", ")
    if !told.isEmpty { out.item("", ["radiotherapy to the psoas, calculated: \(told)"]) }
    if let equivalent = fact("ome_calculated") {
      out.item("", ["opioids, calculated: \(equivalent) mg oral morphine a day (\(fact("ome_table") ?? ""))"])
    }
    let events = AdverseEvent.table.schema
    for row in ordered(rows(events), of: events, by: "onset_date") { adverseEvent(row) }
  }

  private mutating func therapy(_ row: UntypedRow) {
    var text = RowText(row, Therapy.table.schema)
    let status = text.word("status")
    let (start, end) = (date("start_date", of: &text), date("end_date", of: &text))
    let time: String? =
      switch (start, end) {
      case (let start?, let end?): start == end ? start : "\(start) to \(end)"
      case (let start?, nil): "from \(start)"
      case (nil, let end?): "until \(end)"
      case (nil, nil): nil
      }
    let targets = (row.children.first ?? []).map { target in
      let certainty = TherapyTarget.table.schema.index(of: "certainty").flatMap { target.cells[$0].written }
      return lesion(target.id) + (certainty.map { $0 == "stated" ? "" : " (\($0))" } ?? "")
    }
    let agent = [text.take("agent"), dose(&text)].compactMap { $0 }.joined(separator: " ")
    out.item(
      row.id,
      [
        [text.word("category"), text.take("line", "line ")].compactMap { $0 }.joined(separator: " "),
        status == "given" ? nil : status, text.take("regimen"), agent, text.take("technique"),
        gray("delivered", &text), gray("planned", &text), text.word("route"),
        targets.isEmpty ? nil : "to " + targets.joined(separator: " and "), time, text.take("sequence", "told as no. "),
        text.word("indication", "for "), text.word("intent"), text.word("laterality"), text.levels(),
        text.take("cycles", "", " cycles"), text.take("residual", "residual "), text.word("stop_reason", "ended for "),
        text.take("supports_id", "makes possible "),
      ] + text.rest() + [place(text)])
  }

  private func dose(_ text: inout RowText) -> String? {
    let words = text.take("dose_text")
    let (unit, per) = (text.take("dose_unit"), text.take("dose_per"))
    let (times, interval) = (text.take("times_per_day"), text.take("interval_days"))
    let isMaximum = text.take("dose_is_max") == "true"
    guard let number = text.take("dose") else { return words }
    let amount =
      [number, unit].compactMap { $0 }.joined(separator: " ") + (per.map { $0 == "dose" ? "" : "/\($0)" } ?? "")
    let parts = [
      (isMaximum ? "up to " : "") + amount, times.map { "\($0) times a day" }, interval.map { "every \($0) days" },
    ]
    let told = parts.compactMap { $0 }.joined(separator: " ")
    return told + (words.map { $0 == told ? "" : " (“\($0)”)" } ?? "")
  }

  /// `50 Gy in 25 fractions`.
  private func gray(_ which: String, _ text: inout RowText) -> String? {
    let dose = text.take("\(which)_gy", "", " Gy")
    let fractions = text.take("\(which)_fractions", "", " fractions")
    let parts = [dose, fractions].compactMap { $0 }.joined(separator: " in ")
    return parts.isEmpty ? nil : which == "planned" ? "planned \(parts)" : parts
  }

  /// A therapy by its id and what it was, as other rows speak of it.
  func therapy(named id: String) -> String {
    guard let row = rows(Therapy.table.schema).first(where: { $0.id == id }) else { return id }
    var text = RowText(row, Therapy.table.schema)
    return "\(id) \(text.take("agent") ?? text.word("category") ?? "")"
  }

  private mutating func adverseEvent(_ row: UntypedRow) {
    var text = RowText(row, AdverseEvent.table.schema)
    let began = date("onset_date", of: &text)
    let immune = text.take("immune_related")
    out.item(
      row.id,
      [
        "adverse event: \(text.take("term") ?? "not named")", text.take("grade", "grade "),
        text.take("ctcae_version", "CTCAE "), immune.map { $0 == "true" ? "immune-related" : "not immune-related" },
        text.take("therapy_id").map { "of \(therapy(named: $0))" }, text.word("action"), began,
      ] + text.rest() + [place(text)])
  }

  mutating func responses() {
    out.section("Response per lesion")
    let told = responses(ofSymptoms: false)
    if told.isEmpty { nothing("response") }
    let schema = Response.table.schema
    let order = rows(Lesion.table.schema).map(\.id)
    func rank(_ row: UntypedRow) -> Int {
      schema.index(of: "lesion_id").flatMap { row.cells[$0].written }.flatMap(order.firstIndex(of:)) ?? order.count
    }
    for (_, row) in told.enumerated().sorted(by: { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }) {
      response(row)
    }
    if let dissociated = fact("dissociated_response"), dissociated != "not_reported" {
      out.item("", ["dissociated response: \(dissociated)"])
    }
  }

  func responses(ofSymptoms: Bool) -> [UntypedRow] {
    let schema = Response.table.schema
    guard let scope = schema.index(of: "scope") else { return [] }
    let told = rows(schema).filter { ($0.cells[scope].written == "symptom") == ofSymptoms }
    return ordered(told, of: schema, by: "assessed_date")
  }

  mutating func response(_ row: UntypedRow) {
    var text = RowText(row, Response.table.schema)
    let assessed = date("assessed_date", of: &text)
    let scope = text.word("scope")
    let subject = [text.take("lesion_id").map(lesion), text.take("region")].compactMap { $0 }.joined(separator: ", ")
    let within = [text.take("at_gy", "", " Gy"), text.take("at_fraction", "fraction ")].compactMap { $0 }
    let credited = (row.children.first ?? []).map { therapy(named: $0.id) }
    let preferred = text.take("preferred")
    out.item(
      row.id,
      [
        subject.isEmpty ? scope : subject, text.take("category") ?? "not put into a category",
        text.word("criteria", "criteria "), assessed, within.isEmpty ? nil : "at " + within.joined(separator: ", "),
        credited.isEmpty ? nil : "under " + credited.joined(separator: " and "),
        preferred == "true" ? "preferred by the curator" : nil, text.take("verbatim").map { "“\($0)”" },
      ] + text.rest() + [place(text)])
  }
}
