extension CaseFacts {
  /// What leaves in the place of words that nobody listed: they could tell who the patient is.
  public static let otherWords = "other"

  /// A text of one of ``columns`` as it may leave without free words: words of its list and known codes as they are,
  /// anything else as ``otherWords``.
  ///
  /// A column that is not named here and has no list leaves nothing but ``otherWords``.
  public static func known(_ text: String, of column: Column) -> String {
    if ["systemic_agents", "opioids", "drivers", "resistance_alterations"].contains(column.name) {
      return items(of: text, in: column.name)
    }
    let isKnown =
      switch (column.name, column.kind) {
      case (_, .choice(let words, _)): words.contains(text)
      case ("t", _): TCategory.values.contains(text)
      case ("n", _): NCategory.values.contains(text)
      case ("m", _): MCategory.values.contains(text)
      case ("site", _): reads(text, SiteCode.self)
      case ("histology", _): reads(text, HistologyCode.self)
      case ("country", _): reads(text, CountryCode.self)
      case (_, .date): isDate(text)
      case ("tnm_edition", _): isEdition(text)
      case ("stage_group", _): StageGroup(text).number != nil
      case ("msi", _): microsatelliteWords.contains(text.lowercased())
      case ("ome_table", _): OpioidFactors.name == text
      case _: false
      }
    return isKnown ? text : otherWords
  }

  private static func reads<Value: TextValue>(_ text: String, _: Value.Type) -> Bool {
    do { return try Value(parsing: text).text == text } catch { return false }
  }

  /// A date may hang on a row, and somebody may have called that row anything.
  private static func isDate(_ text: String) -> Bool {
    reads(text, PartialDate.self) && text.split { !$0.isLetter }.allSatisfy { $0.count <= 3 }
  }

  /// `8`, `8th`, `UICC 8`, `AJCC 8th edition`.
  private static func isEdition(_ text: String) -> Bool {
    let parts = text.lowercased().split { $0 == " " || $0 == "," || $0 == "/" || $0 == "-" }
    return parts.allSatisfy { part in
      if ["uicc", "ajcc", "tnm", "ed", "ed.", "edition", "and"].contains(part) { return true }
      let number = ["st", "nd", "rd", "th"].contains(part.suffix(2)) ? part.dropLast(2) : part
      return Int(number).map { (1...9).contains($0) } ?? false
    }
  }

  private static let microsatelliteWords: Set<String> = [
    "high", "low", "stable", "msi-h", "msi-l", "mss", "msi-high", "msi-low", "msi", "unstable", "dmmr", "pmmr",
    "microsatellite stable", "microsatellite instable", "not_reported",
  ]

  /// The items of a list in one cell, each as it is when it is known; what is not is told once, at the end.
  private static func items(of text: String, in name: String) -> String {
    let isDrug = name == "systemic_agents" || name == "opioids"
    let items = text.components(separatedBy: "; ")
    let known = items.filter { isDrug ? isDrugName($0) : isAlteration($0) }
    return (known + (known.count < items.count ? [otherWords] : [])).joined(separator: "; ")
  }

  private static func isDrugName(_ text: String) -> Bool {
    text == "unnamed" || text == "not_reported" || Vocabulary.drugs.entry(text)?.code == text
  }

  /// `ALK`, `EML4::ALK fusion`.
  private static func isAlteration(_ text: String) -> Bool {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let genes = (parts.first ?? "").components(separatedBy: "::")
    return genes.allSatisfy { Vocabulary.genes.entry($0)?.code == $0 }
      && (parts.count < 2 || Alteration(rawValue: parts[1]) != nil)
  }

  /// The reasons for an empty cell that this program gives or documents; any other one is in somebody's words.
  public static let knownReasons: Set<String> = [
    "age_not_reported", "agent_not_reported", "category_not_reported", "concurrency_not_reported", "courses_differ",
    "daily_dose_not_reported", "dates_not_comparable", "death_date_not_reported", "diagnosis_date_not_reported",
    "dose_not_reported",
    "first_seen_not_reported", "fractions_not_reported", "grade_not_reported", "line_not_reported",
    "moment_of_age_not_dated", "no_adverse_event_reported", "no_episode", "no_factor_for_drug_and_route",
    "no_opioid_reported", "no_primary_tumour", "no_psoas_lesion", "no_psoas_radiotherapy_reported",
    "no_score_after_treatment", "no_score_before_treatment", "no_source",
    "no_staging", "no_systemic_therapy_reported", "no_treatment_of_the_syndrome", "none_recorded", "not_applicable",
    "not_computable", "not_in_available_source", "not_performed", "not_recorded", "not_reported",
    "not_reported_as_one_number", "not_tested", "only_a_bound_reported", "onset_not_reported",
    "reported_from_another_event", "route_not_reported", "score_not_dated", "several_candidates", "several_differ",
    "start_not_reported", "treatment_not_dated",
    "vital_status_not_known",
  ]
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    var (parts, rest): ([String], Substring) = ([], self[...])
    while let cut = rest.firstRange(of: mark) {
      parts.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return parts + [String(rest)]
  }
}
