package import ClinicalModel

/// A table as reviews of the syndrome print one: a patient a row, a cell made of several columns of the flat row.
package struct EvidenceTable {
  private struct Heading {
    let name: String
    let facts: [String]
    let text: @Sendable ([String?]) -> String

    /// - Parameter text: a cell, made of what the facts say; nil is what nobody told.
    init(_ name: String, _ facts: String..., text: @escaping @Sendable ([String?]) -> String = Self.joined) {
      self.name = name
      self.facts = facts
      self.text = text
    }

    static let joined: @Sendable ([String?]) -> String = { told in
      let told = told.compactMap { $0 }
      return told.isEmpty ? EvidenceTable.untold : told.joined(separator: ", ")
    }
  }

  private static let headings: [Heading] = [
    Heading("Case", "case_id"),
    Heading("Age, sex", "age_min", "age_max", "sex") { told in
      let ages = span(told[0], told[1])
      return Heading.joined([ages, told[2]])
    },
    Heading("Country", "country"),
    Heading("Primary tumour", "site_group", "site", "histology_group", "stage_group"),
    Heading("Driver", "drivers", "driver_status") { told in told[0] ?? Heading.joined([words(told[1])]) },
    Heading("Cause of MPS", "psoas_involvement") { Heading.joined($0.map(words)) },
    Heading("Muscle, side", "psoas_muscle", "psoas_laterality") { Heading.joined($0.map(words)) },
    Heading("Size (mm)", "psoas_size_max_mm"),
    Heading("Diagnosis to onset (d)", "diagnosis_to_onset_days_min", "diagnosis_to_onset_days_max", text: days),
    Heading("Plexopathy", "plexopathy", text: plain), Heading("Fixed hip flexion", "fixed_hip_flexion", text: plain),
    Heading("Stretch test", "stretch_test", text: plain),
    Heading("Involvement on imaging", "imaging_involvement", text: plain),
    Heading("Involvement in pathology", "pathology_involvement", text: plain),
    Heading("Certainty", "mps_certainty", text: plain),
    Heading("Systemic therapy", "systemic_agents"),
    Heading("Radiotherapy (Gy / fractions)", "psoas_rt", "psoas_rt_delivered_gy", "psoas_rt_delivered_fractions") {
      told in
      guard told[0] == "yes" else { return plain([told[0]]) }
      if told[1] == nil, told[2] == nil { return "given, dose not reported" }
      return "\(told[1] ?? "?") / \(told[2] ?? "?")"
    },
    Heading("Surgery", "psoas_surgery", text: plain),
    Heading("Neuraxial, nerve block", "neuraxial", "nerve_block") { Heading.joined($0.map(words)) },
    Heading("Opioids", "opioids"),
    Heading("Morphine equivalent (mg/d)", "ome_reported_min", "ome_reported_max") { told in
      span(told[0], told[1]) ?? untold
    },
    Heading("Pain, before to after (NRS)", "nrs_before", "nrs_after") { told in
      told[0] == nil && told[1] == nil ? untold : "\(told[0] ?? "?") to \(told[1] ?? "?")"
    },
    Heading("Response of psoas lesion", "psoas_response", text: plain),
    Heading("Response of pain", "pain_response", text: plain),
    Heading("Outcome", "vital_status", text: plain),
    Heading("Onset to death (d)", "onset_to_death_days_min", "onset_to_death_days_max", text: days),
  ]

  private static let plain: @Sendable ([String?]) -> String = { Heading.joined($0.map(words)) }
  private static let days: @Sendable ([String?]) -> String = { span($0[0], $0[1]) ?? untold }

  private static let untold = "not reported"

  /// A word of ours as people read it; one that says that nothing is reported is none.
  private static func words(_ word: String?) -> String? {
    word == "not_reported" ? nil : word?.replacing("_", with: " ")
  }

  private static func span(_ low: String?, _ high: String?) -> String? {
    guard let low else { return high.map { "≤ \($0)" } }
    guard let high else { return "≥ \(low)" }
    if high == low { return low }
    return low.hasPrefix("-") || high.hasPrefix("-") ? "\(low) to \(high)" : "\(low)–\(high)"
  }

  /// The facts that its cells are made of.
  package static let facts: [String] = headings.flatMap(\.facts)

  /// Its columns; one of which a profile lets nothing leave is left out.
  package let columns: [Column]
  /// Whether the second column names the publications.
  package let namesStudies: Bool
  private let cells: [(heading: Heading, places: [Int?])]

  /// - Parameters:
  ///   - flat: the columns of the flat rows that leave.
  ///   - namesStudies: whether the publications do.
  package init(of flat: [Column], namesStudies: Bool) {
    self.namesStudies = namesStudies
    cells = Self.headings.map { heading in
      (heading, heading.facts.map { fact in flat.firstIndex { $0.name == fact } })
    }.filter { !$0.1.allSatisfy { $0 == nil } }
    var names = cells.map(\.heading.name)
    if namesStudies { names.insert("Study", at: 1) }
    columns = names.map { Column($0, $0, kind: .text, privacy: .quasi, meaning: "") }
  }

  /// A row of the table, made of a flat row as it may be told.
  ///
  /// - Parameter citations: the sources that report the patient, where they are named.
  package func row(_ flat: [Scalar], _ citations: [(id: String, authors: String?, year: String?)]) -> [Scalar] {
    var row = cells.map { cell in Scalar.text(cell.heading.text(cell.places.map { $0.flatMap { flat[$0].written } })) }
    if namesStudies {
      let studies = citations.map { Bibliography.label(authors: $0.authors, year: $0.year) ?? $0.id }
      row.insert(.text(studies.isEmpty ? Self.untold : studies.joined(separator: "; ")), at: 1)
    }
    return row
  }
}
