/// What is known of columns whose words are open.
extension KnownWords {
  /// `8`, `8th`, `UICC 8`, `AJCC 8th edition`.
  static let editions = KnownWords("editions") { text -> Bool in
    let parts = text.lowercased().split { $0 == " " || $0 == "," || $0 == "/" || $0 == "-" }
    return parts.allSatisfy { part in
      if ["uicc", "ajcc", "tnm", "ed", "ed.", "edition", "and"].contains(part) { return true }
      let number = ["st", "nd", "rd", "th"].contains(part.suffix(2)) ? part.dropLast(2) : part
      return Int(number).map { (1...9).contains($0) } ?? false
    }
  }

  static let stageGroups = KnownWords("stage groups") { text -> Bool in StageGroup(text).number != nil }

  static let microsatellites = KnownWords("microsatellite status") { text -> Bool in
    let words: Set<String> = [
      "high", "low", "stable", "msi-h", "msi-l", "mss", "msi-high", "msi-low", "msi", "unstable", "dmmr", "pmmr",
      "microsatellite stable", "microsatellite instable", "not_reported",
    ]
    return words.contains(text.lowercased())
  }

  static let opioidTables = KnownWords("tables of factors") { text -> Bool in OpioidFactors.name == text }

  static let drugs = KnownWords.items("drugs") { text in
    text == "unnamed" || text == "not_reported" || Vocabulary.drugs.entry(text)?.code == text
  }

  /// `ALK`, `EML4::ALK fusion`.
  static let alterations = KnownWords.items("alterations") { text in
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let genes = (parts.first ?? "").split(on: "::")
    return genes.allSatisfy { Vocabulary.genes.entry($0)?.code == $0 }
      && (parts.count < 2 || Alteration(rawValue: parts[1]) != nil)
  }
}

extension CaseFacts {
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
