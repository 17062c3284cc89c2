import ClinicalModel

extension CasePage {
  mutating func cancer() {
    out.section("Cancer")
    let schema = PrimaryTumour.table.schema
    if rows(schema).isEmpty { nothing("primary tumour") }
    for row in rows(schema) {
      var text = RowText(row, schema)
      let diagnosed = date("diagnosed_date", of: &text)
      out.item(
        row.id,
        [
          text.word("role"), text.word("laterality"), text.code("site", in: Vocabulary.sites, words: "site_text"),
          text.code("histology", in: Vocabulary.histologies, words: "histology_text"), text.take("grade", "grade "),
          text.size(), diagnosed.map { "diagnosed \($0)" }, text.word("basis", "by "),
        ] + text.rest() + [place(text)])
      for staging in row.children.first ?? [] { self.staging(staging) }
    }
  }

  private mutating func staging(_ row: UntypedRow) {
    var text = RowText(row, Staging.table.schema)
    let basis = text.take("basis")
    let prefix = basis.map { $0 == "unspecified" || $0 == "not_reported" ? "" : $0 } ?? ""
    let categories = [("T", "t"), ("N", "n"), ("M", "m")].compactMap { letter, name in
      text.take(name).map { "\(prefix)\(letter)\($0)" }
    }
    let staged = date("staged_date", of: &text)
    out.item(
      row.id,
      [
        [text.take("system"), text.take("edition", "edition ")].compactMap { $0 }.joined(separator: " "),
        categories.joined(separator: " "), text.take("stage_group", "stage "),
        basis == "unspecified" ? "basis unspecified" : nil, staged, text.take("verbatim").map { "“\($0)”" },
      ] + text.rest() + [place(text)], depth: 1)
  }

  mutating func genes() {
    out.section("Genes")
    let schema = MolecularTest.table.schema
    if rows(schema).isEmpty { nothing("molecular test") }
    for row in rows(schema) {
      var text = RowText(row, schema)
      let tested = date("tested_date", of: &text)
      out.item(
        row.id,
        [
          text.word("method"), text.word("scope").map { "scope \($0)" }, text.word("outcome"),
          text.word("specimen", "specimen: "), text.take("lesion_id"), tested, text.take("verbatim").map { "“\($0)”" },
        ] + text.rest() + [place(text)])
      for gene in row.children.first ?? [] { self.gene(gene) }
    }
    for row in measurements(where: Self.biomarkers.contains) { measurement(row) }
  }

  private mutating func gene(_ row: UntypedRow) {
    var text = RowText(row, DriverGene.table.schema)
    let (gene, partner) = (text.take("gene") ?? "", text.take("partner_gene"))
    let name = partner.map { "\($0)::\(gene)" } ?? gene
    out.item(
      row.id,
      [
        [name, text.word("alteration")].compactMap { $0 }.joined(separator: " "), text.word("status"),
        text.take("variant"), text.take("hgvs_c"), text.take("hgvs_p"), text.word("role"), text.take("assay", "assay "),
      ] + text.rest() + [place(text)], depth: 1)
  }

  /// Measures that tell of the tumour and not of the patient.
  static let biomarkers: Set<String> = ["pd_l1_tps", "pd_l1_cps", "ttf1_ihc", "ki_67", "msi", "tmb"]

  mutating func lesions() {
    out.section("Lesions over time")
    let schema = Lesion.table.schema
    if rows(schema).isEmpty { nothing("lesion") }
    for row in rows(schema) {
      var text = RowText(row, schema)
      let name = lesionName(&text)
      let seen = date("first_seen_date", of: &text)
      out.item(
        row.id,
        [
          name, text.word("kind"), text.take("primary_tumour_id", "of "), text.levels(), text.word("involvement"),
          text.code("histology", in: Vocabulary.histologies), seen.map { "first seen \($0)" },
          text.word("confirmation", "confirmation: "),
        ] + text.rest() + [place(text)])
      let observations = LesionObservation.table.schema
      for observation in ordered(row.children.first ?? [], of: observations, by: "observed_date") {
        self.observation(observation)
      }
    }
  }

  private mutating func observation(_ row: UntypedRow) {
    var text = RowText(row, LesionObservation.table.schema)
    let seen = date("observed_date", of: &text)
    let presence = text.word("presence")
    out.item(
      row.id,
      [
        seen ?? "undated", text.word("modality"), presence == "present" ? nil : presence, text.size(),
        text.take("suv_max", "SUVmax "),
        text.take("texture"), text.word("trend"), text.take("interpretation").map { "taken for: \($0)" },
      ] + text.rest() + [place(text)], depth: 1)
  }

  /// `right psoas`, `left C77.1 lymph nodes in the chest`, `bilateral pleurisy`.
  func lesionName(_ text: inout RowText) -> String {
    let muscle = text.word("muscle")
    let site = text.code("site", in: Vocabulary.sites)
    let region = text.take("region")
    let place = muscle.map { $0 == "not reported" ? "muscle not reported" : $0 } ?? site
    let side = text.word("laterality")
    let words = [side, place].compactMap { $0 }.joined(separator: " ")
    return [words, region].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A lesion by its id and name, as other rows speak of it.
  func lesion(_ id: String) -> String {
    guard let row = rows(Lesion.table.schema).first(where: { $0.id == id }) else { return id }
    var text = RowText(row, Lesion.table.schema)
    _ = text.take("region")
    let name = lesionName(&text)
    return name.isEmpty ? id : "\(id) \(name)"
  }
}
