import ClinicalModel
import Syntax

/// A case file to fill in: every line that begins with `# ` is a field with an example, to be uncommented and changed.
package enum CaseTemplate {
  /// - Parameter full: every field; else those that a case report usually tells.
  package static func text(full: Bool) -> String {
    var lines = [
      "## A case for psoas import. Uncomment what the source tells (delete \"# \" at the start of a line) and write its",
      "## value in place of the example. Leave out what it does not tell; not_reported says that you looked for it.",
      "## Dates are as exact as the source: 2019, 2019-02, 2019-02-14, 2019-06..2019-08, E1+6mo, T1.start+10d, day+8.",
      "\(CaseFileReader.versionKey): \(CaseFileReader.version)",
      "id: # unique in the registry, for example smith2021-1",
    ]
    lines += rows(of: Case.table.schema, full: full, indent: "")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A sheet with a case a row that holds its header alone.
  package static func sheet(full: Bool) -> String {
    var writer = CSVWriter()
    for name in header(full: full) { writer.plain(name) }
    writer.endRow()
    return String(decoding: writer.drain(), as: UTF8.self)
  }

  /// The columns of a sheet with a case a row: the same fields, of each table one row.
  package static func header(full: Bool) -> [String] {
    var header = ["case_id"]
    for schema in Case.table.schema.withDescendants where !schema.isNamed {
      if schema.identity != .wholeCase, !full, !usual.contains(schema.name) { continue }
      let row = schema.identity == .wholeCase ? "" : "\(schema.name)/\(schema.firstID)/"
      for column in schema.columns where full || usual.contains("\(schema.name)/\(column.name)") {
        header.append(row + column.name)
      }
      for child in schema.children where child.isNamed { header.append(row + child.key) }
    }
    return header
  }

  private static func rows(of schema: Schema, full: Bool, indent: String) -> [String] {
    var lines: [String] = []
    for column in schema.columns where full || usual.contains("\(schema.name)/\(column.name)") {
      lines.append("# \(indent)\(column.name): \(value(column)) # \(hint(column))")
    }
    for child in schema.children where full || usual.contains(child.name) {
      lines += ["##", "## \(child.meaning)", "# \(indent)\(child.key):"]
      let inside = indent + "    "
      var first = "# \(indent)  - "
      if case .named(let column, let table) = child.identity {
        lines.append("\(first)\(column): \(Self.firstID(of: table)) # The id of one of the \(table).")
        first = "# \(inside)"
      } else {
        let id = child.identity == .publication ? "smith2021" : firstID(of: child.name)
        lines.append("\(first)id: \(id) # Unique in this list.")
      }
      lines += rows(of: child, full: full, indent: inside)
    }
    return lines
  }

  private static func value(_ column: Column) -> String {
    if case .reference(let table) = column.kind { return firstID(of: table) }
    let example = column.example
    return column.kind == .text || example.contains("/") || example.utf8.first?.isDigit == true && isText(column)
      ? example.json : example
  }

  private static func isText(_ column: Column) -> Bool {
    switch column.kind {
    case .integer, .real, .date: false
    case .boolean, .text, .choice, .code, .reference: true
    }
  }

  private static func hint(_ column: Column) -> String {
    let unit = column.unit.map { $0.hasPrefix("{") ? "" : " [\($0)]" } ?? ""
    let words = column.kind.words
    let list = words.isEmpty || column.kind == .boolean ? "" : " \(words.joined(separator: ", "))"
    return (column.meaning + unit + list).replacing("\n", with: " ")
  }

  private static func firstID(of table: String) -> String {
    let schema = Case.table.schema.withDescendants.first { $0.name == table }
    return switch schema?.identity {
    case .numbered(let letter): letter + "1"
    case .publication, .named, .wholeCase, nil: "smith2021"
    }
  }

  /// What a case report usually tells.
  static let usual: Set<String> = [
    "cases/sex", "cases/age_min", "cases/age_max", "cases/age_at", "cases/presented_date", "cases/ascertainment",
    "cases/country", "cases/smoking", "cases/labelled_mps", "cases/vital_status", "cases/death_date",
    "cases/cause_of_death", "cases/last_contact_date",
    "sources", "sources/kind", "sources/access", "sources/doi", "sources/title", "sources/authors", "sources/journal",
    "sources/year", "sources/label", "sources/role",
    "primary_tumours", "primary_tumours/site", "primary_tumours/laterality", "primary_tumours/histology",
    "primary_tumours/grade", "primary_tumours/diagnosed_date", "primary_tumours/basis",
    "stagings", "stagings/system", "stagings/edition", "stagings/basis", "stagings/t", "stagings/n", "stagings/m",
    "stagings/stage_group",
    "molecular_tests", "molecular_tests/method", "molecular_tests/scope", "molecular_tests/outcome",
    "driver_genes", "driver_genes/gene", "driver_genes/status", "driver_genes/alteration", "driver_genes/partner_gene",
    "driver_genes/role",
    "lesions", "lesions/kind", "lesions/muscle", "lesions/laterality", "lesions/first_seen_date",
    "lesions/confirmation",
    "lesion_observations", "lesion_observations/observed_date", "lesion_observations/modality",
    "lesion_observations/presence", "lesion_observations/size1_mm", "lesion_observations/size2_mm",
    "lesion_observations/size3_mm", "lesion_observations/suv_max",
    "mps_episodes", "mps_episodes/side", "mps_episodes/onset_date", "mps_episodes/resolved_date",
    "mps_episodes/plexopathy", "mps_episodes/fixed_hip_flexion", "mps_episodes/stretch_test",
    "mps_episodes/imaging_involvement", "mps_episodes/pathology_involvement",
    "findings", "findings/kind", "findings/code", "findings/label", "findings/presence", "findings/laterality",
    "findings/onset_date", "findings/resolved_date",
    "measurements", "measurements/code", "measurements/value", "measurements/value_max", "measurements/unit",
    "measurements/site", "measurements/measured_date",
    "therapies", "therapies/category", "therapies/indication", "therapies/agent", "therapies/line", "therapies/dose",
    "therapies/dose_unit", "therapies/dose_per", "therapies/route", "therapies/start_date", "therapies/end_date",
    "therapies/delivered_gy", "therapies/delivered_fractions", "therapies/stop_reason", "therapy_targets",
    "responses", "responses/scope", "responses/lesion_id", "responses/region", "responses/criteria",
    "responses/category", "responses/assessed_date", "response_therapies",
    "adverse_events", "adverse_events/term", "adverse_events/grade", "adverse_events/therapy_id",
    "adverse_events/onset_date",
  ]
}
