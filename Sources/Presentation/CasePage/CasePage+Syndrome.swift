import ClinicalModel

extension CasePage {
  mutating func syndrome() {
    out.section("The syndrome and its criteria")
    let timing = fact("mps_timing").map { $0.replacing("_", with: " ") }
    out.item(
      "",
      [
        fact("mps_certainty").map { "MPS \($0.replacing("_", with: " ")), by the rules of this registry" },
        range("diagnosis_to_onset_days").map { "onset \($0) days after the diagnosis" }, timing,
      ])
    let schema = MPSEpisode.table.schema
    if rows(schema).isEmpty { nothing("episode") }
    for row in rows(schema) {
      var text = RowText(row, schema)
      let criteria = Self.criteria.compactMap { name in
        text.word(name).flatMap { value in schema.index(of: name).map { (schema.columns[$0].label, value) } }
      }
      let (onset, recognised, resolved) = (
        date("onset_date", of: &text), date("recognised_date", of: &text), date("resolved_date", of: &text)
      )
      out.item(
        row.id,
        [
          text.word("side"), text.word("side_first", "began "), onset.map { "onset \($0)" },
          recognised.map { "recognised \($0)" }, resolved.map { "resolved \($0)" },
        ] + text.rest() + [place(text)])
      out.pairs(criteria, depth: 1)
    }
    for row in findings(["symptom", "sign", "not_reported", nil]) { finding(row) }
  }

  private static let criteria = [
    "plexopathy", "fixed_hip_flexion", "stretch_test", "imaging_involvement", "pathology_involvement",
  ]

  mutating func painAndPerformance() {
    out.section("Pain and performance")
    let told = measurements { !Self.biomarkers.contains($0) }
    let symptoms = responses(ofSymptoms: true)
    if told.isEmpty && symptoms.isEmpty { nothing("score or laboratory value") }
    for row in told { measurement(row) }
    for row in symptoms { response(row) }
  }

  /// The measurements of some measures, measure by measure in the order of their dates.
  func measurements(where fits: (String) -> Bool) -> [UntypedRow] {
    let schema = Measurement.table.schema
    guard let code = schema.index(of: "code") else { return [] }
    let all = rows(schema).filter { row in row.cells[code].written.map(fits) == true }
    var codes: [String] = []
    for row in all { if let text = row.cells[code].written, !codes.contains(text) { codes.append(text) } }
    return codes.flatMap { name in
      ordered(all.filter { $0.cells[code].written == name }, of: schema, by: "measured_date")
    }
  }

  /// `ECOG`, `PD-L1 TPS`, `TTF1 IHC`: the code as people write it.
  private static func name(ofMeasure code: String) -> String {
    func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let entry = Vocabulary.measurements.entry(code)
    if let entry, let name = entry.synonyms.first(where: { letters($0) == letters(code) }) { return name }
    return entry == nil ? code : code.replacing("_", with: " ").uppercased()
  }

  mutating func measurement(_ row: UntypedRow) {
    var text = RowText(row, Measurement.table.schema)
    let code = text.take("code") ?? ""
    let measured = date("measured_date", of: &text)
    let (unit, printed) = (text.take("unit"), text.take("unit_text"))
    let values = [text.take("value"), text.take("value_max")].compactMap { $0 }.joined(separator: " to ")
    let comparator = text.take("comparator").map { $0 == "not_reported" ? "" : "\($0) " } ?? ""
    let number = values.isEmpty ? nil : comparator + values
    let words = text.take("value_text")
    let shown = unit.map { $0.hasPrefix("{") ? "" : " \($0)" } ?? printed.map { " \($0)" } ?? ""
    let value = [number.map { $0 + shown }, words].compactMap { $0 }.joined(separator: ", ")
    let (low, high) = (text.take("reference_low"), text.take("reference_high"))
    let normal: String? =
      switch (low, high) {
      case (let low?, let high?): "reference \(low) to \(high)"
      case (let low?, nil): "reference from \(low)"
      case (nil, let high?): "reference up to \(high)"
      case (nil, nil): nil
      }
    out.item(
      row.id,
      [
        "\(Self.name(ofMeasure: code)) \(value.isEmpty ? "without a value" : value)",
        text.take("site"), text.take("lesion_id").map(lesion), measured, normal,
      ] + text.rest() + [place(text)])
  }
}
