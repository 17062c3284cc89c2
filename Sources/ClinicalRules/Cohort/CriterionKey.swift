import ClinicalModel

extension CaseCriterion {
  /// The criterion's word on the command line, in the order in which a cohort is narrowed.
  public enum Key: String, CaseIterable, Sendable {
    case primarySite = "primary-site"
    case histology
    case stage
    case driverGene = "driver-gene"
    case driverRole = "driver-role"
    case alteration
    case geneStatus = "gene-status"
    case sex
    case age
    case country
    case mpsCertainty = "mps-certainty"
    case mpsSide = "mps-side"
    case onset
    case lesionMuscle = "lesion-muscle"
    case lesionLaterality = "lesion-laterality"
    case synchrony
    case finding
    case ecog
    case therapy
    case radiotherapyGy = "radiotherapy-gy"
    case response
    case dissociatedResponse = "dissociated-response"
    case during
    case after
    case vitalStatus = "vital-status"
    case survivalDays = "survival-days"
    case source
    case ascertainment
    case status
    case text
    case caseID = "case"
  }

  /// What a criterion is called, told and read as.
  public struct Declaration: Sendable {
    /// What stands for the value in a usage line: `min..max`.
    public let valueName: String
    /// One sentence for whoever asks by it.
    public let help: String
    /// Reads the value as the command line spells it.
    let read: @Sendable (String) throws(Fault) -> CriterionValue

    fileprivate init(
      _ valueName: String, _ help: String, read: @escaping @Sendable (String) throws(Fault) -> CriterionValue
    ) {
      self.valueName = valueName
      self.help = help
      self.read = read
    }

    /// A word of the list of a flat column.
    fileprivate static func listed(_ column: String, _ valueName: String, _ help: String) -> Declaration {
      Declaration(valueName, help) { text throws(Fault) in try .listed(text, of: column) }
    }
  }
}

extension CaseCriterion.Key {
  /// The one place where a criterion is declared.
  public var declaration: CaseCriterion.Declaration {
    switch self {
    case .primarySite:
      .init("site", "A code (C34.1), its beginning (C34) or a group (lung).") { text throws(Fault) in
        .primarySite(try CodePattern(site: text))
      }
    case .histology:
      .init("histology", "A code (8140/3), its beginning (8140), a group (adenocarcinoma) or a name.") {
        text throws(Fault) in
        .histology(try CodePattern(histology: text))
      }
    case .stage:
      .init("stage", "A stage group with its parts: IV finds IVA and IVB.") { text throws(Fault) in
        .stage(try StagePattern(parsing: text))
      }
    case .driverGene:
      .init("gene", "A positive result: a gene (ALK), a fusion (EML4::ALK), any; or none, unknown.") {
        text throws(Fault) in
        .gene(try GenePattern(parsing: text))
      }
    case .driverRole:
      .init("role", "The role of that result: driver, resistance …") { text throws(Fault) in
        .geneRole(try GeneRole(.text(text)))
      }
    case .alteration:
      .init("alteration", "What was found in that result: fusion, amplification, mutation …") { text throws(Fault) in
        .alteration(try Alteration(.text(text)))
      }
    case .geneStatus:
      .init("gene=status", "What the tests say of a gene, for example EGFR=negative.") { text throws(Fault) in
        try .geneStatus(in: text)
      }
    case .sex: .listed("sex", "sex", "female, male, other, unknown.")
    case .age:
      .init("min..max", "An age that certainly lies inside, for example 60..69.") { text throws(Fault) in
        .range(try NumberRange(parsing: text, of: Years.self, whole: true), from: "age_min", to: "age_max")
      }
    case .country:
      .init("code", "Where the patient was treated, for example JPN.") { text throws(Fault) in
        .word(try CountryCode(parsing: text).text, of: "country")
      }
    case .mpsCertainty:
      .listed(
        "mps_certainty", "certainty", "definite, probable, possible, involvement_only, not_mps, indeterminate.")
    case .mpsSide: .listed("mps_side", "side", "right, left, bilateral …")
    case .onset:
      .init("from..to", "When the symptoms began, for example 2019-06..2020.") { text throws(Fault) in
        .onset(try DateRange(parsing: text))
      }
    case .lesionMuscle:
      .init("muscle", "A lesion in psoas, psoas_major, iliacus, iliopsoas …") { text throws(Fault) in
        .muscle(try Muscle(.text(text)))
      }
    case .lesionLaterality:
      .init("side", "The side of that lesion.") { text throws(Fault) in .laterality(try Laterality(.text(text))) }
    case .synchrony:
      .listed(
        "lesion_synchrony", "word",
        "The psoas lesion against the diagnosis: synchronous, metachronous, indeterminate.")
    case .finding:
      .init("finding", "What was found: a code (HP:0000126) or a name (hydronephrosis).") { text throws(Fault) in
        .finding(try FindingCode(asked: text))
      }
    case .ecog:
      .init("min..max", "A performance status at any time, for example 3..4.") { text throws(Fault) in
        .ecog(try NumberRange(parsing: text, of: PerformanceStatus.self, whole: true))
      }
    case .therapy:
      .init(
        "therapy", "A therapy that was given: an agent, a class (\"ALK inhibitor\") or a category (radiotherapy)."
      ) { text throws(Fault) in .therapy(try TherapyPattern(parsing: text)) }
    case .radiotherapyGy:
      .init("min..max", "The delivered dose of a course, of that therapy, for example 30..50.") { text throws(Fault) in
        .delivered(try NumberRange(parsing: text, of: Gray.self))
      }
    case .response:
      .init("category", "A response as published: PD, CMR, mixed, improved …") { text throws(Fault) in
        .response(try ResponseCategory(.text(text)))
      }
    case .dissociatedResponse:
      .listed("dissociated_response", "word", "yes, no, not_reported; alone it means yes.")
    case .during:
      .init("therapy", "The response, else the gene result, else the onset, was during this therapy.") {
        text throws(Fault) in
        .during(try TherapyPattern(parsing: text))
      }
    case .after:
      .init("therapy", "The same was after this therapy had ended.") { text throws(Fault) in
        .after(try TherapyPattern(parsing: text))
      }
    case .vitalStatus: .listed("vital_status", "status", "alive, dead, unknown.")
    case .survivalDays:
      .init("min..max", "Days from the onset to death, for example 0..90.") { text throws(Fault) in
        .range(
          try NumberRange(parsing: text, of: SurvivalDays.self, whole: true), from: "onset_to_death_days_min",
          to: "onset_to_death_days_max")
      }
    case .source:
      .init("source", "A source that tells of the case: its id, DOI or PubMed id.") { text throws(Fault) in
        .source(try SourcePattern(parsing: text))
      }
    case .ascertainment: .listed("ascertainment", "word", "literature, retrospective_chart, prospective.")
    case .status:
      .init("status", "draft, complete, verified; withdrawn also shows what is hidden.") { text throws(Fault) in
        .status(try CaseStatus(.text(text)))
      }
    case .text:
      .init("words", "Words that all stand somewhere in the texts of the case.") { text throws(Fault) in
        try .words(in: text)
      }
    case .caseID:
      .init("id", "One case by its id.") { text throws(Fault) in .caseID(try Identifier(parsing: text).text) }
    }
  }
}
