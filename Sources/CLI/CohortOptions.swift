import ArgumentParser
import ClinicalModel
import Registry

/// The criteria that every command which reads a cohort shares.
struct CohortOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A code (C34.1), its beginning (C34) or a group (lung).", valueName: "site"),
    transform: reading(.primarySite))
  var primarySite: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp(
      "A code (8140/3), its beginning (8140), a group (adenocarcinoma) or a name.", valueName: "histology"),
    transform: reading(.histology))
  var histology: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("A stage group with its parts: IV finds IVA and IVB.", valueName: "stage"),
    transform: reading(.stage))
  var stage: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp(
      "A positive result: a gene (ALK), a fusion (EML4::ALK), any; or none, unknown.", valueName: "gene"),
    transform: reading(.driverGene))
  var driverGene: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("The role of that result: driver, resistance …", valueName: "role"),
    transform: reading(.driverRole))
  var driverRole: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("What was found in that result: fusion, amplification, mutation …", valueName: "alteration"),
    transform: reading(.alteration))
  var alteration: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("What the tests say of a gene, for example EGFR=negative.", valueName: "gene=status"),
    transform: reading(.geneStatus))
  var geneStatus: [CaseCriterion] = []

  @Option(help: ArgumentHelp("female, male, other, unknown.", valueName: "sex"), transform: reading(.sex))
  var sex: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("An age that certainly lies inside, for example 60..69.", valueName: "min..max"),
    transform: reading(.age))
  var age: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("Where the patient was treated, for example JPN.", valueName: "code"),
    transform: reading(.country))
  var country: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp(
      "definite, probable, possible, involvement_only, not_mps, indeterminate.", valueName: "certainty"),
    transform: reading(.mpsCertainty))
  var mpsCertainty: [CaseCriterion] = []

  @Option(help: ArgumentHelp("right, left, bilateral …", valueName: "side"), transform: reading(.mpsSide))
  var mpsSide: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("When the symptoms began, for example 2019-06..2020.", valueName: "from..to"),
    transform: reading(.onset))
  var onset: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("A lesion in psoas, psoas_major, iliacus, iliopsoas …", valueName: "muscle"),
    transform: reading(.lesionMuscle))
  var lesionMuscle: [CaseCriterion] = []

  @Option(help: ArgumentHelp("The side of that lesion.", valueName: "side"), transform: reading(.lesionLaterality))
  var lesionLaterality: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp(
      "The psoas lesion against the diagnosis: synchronous, metachronous, indeterminate.", valueName: "word"),
    transform: reading(.synchrony))
  var synchrony: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("What was found: a code (HP:0000126) or a name (hydronephrosis).", valueName: "finding"),
    transform: reading(.finding))
  var finding: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("A performance status at any time, for example 3..4.", valueName: "min..max"),
    transform: reading(.ecog))
  var ecog: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp(
      "A therapy that was given: an agent, a class (\"ALK inhibitor\") or a category (radiotherapy).",
      valueName: "therapy"), transform: reading(.therapy))
  var therapy: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("The delivered dose of a course, of that therapy, for example 30..50.", valueName: "min..max"),
    transform: reading(.radiotherapyGy))
  var radiotherapyGy: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("A response as published: PD, CMR, mixed, improved …", valueName: "category"),
    transform: reading(.response))
  var response: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("yes, no, not_reported; alone it means yes.", valueName: "word"),
    transform: reading(.dissociatedResponse))
  var dissociatedResponse: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp(
      "The response, else the gene result, else the onset, was during this therapy.", valueName: "therapy"),
    transform: reading(.during))
  var during: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("The same was after this therapy had ended.", valueName: "therapy"), transform: reading(.after))
  var after: [CaseCriterion] = []

  @Option(help: ArgumentHelp("alive, dead, unknown.", valueName: "status"), transform: reading(.vitalStatus))
  var vitalStatus: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("Days from the onset to death, for example 0..90.", valueName: "min..max"),
    transform: reading(.survivalDays))
  var survivalDays: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("A source that tells of the case: its id, DOI or PubMed id.", valueName: "source"),
    transform: reading(.source))
  var source: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("literature, retrospective_chart, prospective.", valueName: "word"),
    transform: reading(.ascertainment))
  var ascertainment: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("draft, complete, verified; withdrawn also shows what is hidden.", valueName: "status"),
    transform: reading(.status))
  var status: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("Words that all stand somewhere in the texts of the case.", valueName: "words"),
    transform: reading(.text))
  var text: [CaseCriterion] = []

  @Option(help: ArgumentHelp("One case by its id.", valueName: "id"), transform: reading(.caseID))
  var `case`: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("What must not certainly hold, for example sex=male; unknown stays.", valueName: "key=value"),
    transform: readingExcluded)
  var not: [CaseCriterion] = []

  @Flag(help: "Also what overlaps a range, and what may be meant by another word.")
  var possibly = false

  @Option(
    name: .customLong("cohort"),
    help: ArgumentHelp("A named cohort; criteria beside it narrow it.", valueName: "name"))
  var cohorts: [String] = []

  func validate() throws {
    if cohorts.count > 1 {
      throw ValidationError("name one cohort; psoas cohort save keeps a new one with other criteria")
    }
  }

  /// What is asked of a registry, which knows the named cohorts.
  func query(in registry: CaseRegistry) throws -> CaseQuery {
    let named = try cohorts.map { try registry.cohort(named: $0).query }
    return CaseQuery(criteria, excluded: not, possibly: possibly, within: named)
  }

  /// The criteria of all options.
  var criteria: [CaseCriterion] {
    let parts = [
      primarySite, histology, stage, driverGene, driverRole, alteration, geneStatus, sex, age, country,
      mpsCertainty, mpsSide, onset, lesionMuscle, lesionLaterality, synchrony, finding, ecog, therapy,
      radiotherapyGy, response, dissociatedResponse, during, after, vitalStatus, survivalDays, source,
      ascertainment, status, text, `case`,
    ]
    return parts.flatMap(\.self)
  }

  private static func reading(_ key: CaseCriterion.Key) -> @Sendable (String) throws -> CaseCriterion {
    { text in try told { () throws(Fault) in try CaseCriterion(key, text) } }
  }

  private static let readingExcluded: @Sendable (String) throws -> CaseCriterion = { text in
    try told { () throws(Fault) in try CaseCriterion(excluded: text) }
  }

  private static func told(_ read: () throws(Fault) -> CaseCriterion) throws -> CaseCriterion {
    do throws(Fault) { return try read() } catch { throw ValidationError(error.description) }
  }
}

extension CohortSize {
  /// What a listing says of itself on stderr.
  var text: String {
    let patients = patients == 1 ? "1 patient" : "\(patients) patients"
    let reports = reports == 1 ? "1 report" : "\(reports) reports"
    let unknown =
      switch (unknown, mayBeMore) {
      case (0, false): ""
      case (1, false): "; 1 more was left out because it is not known whether it matches"
      case (_, false): "; \(self.unknown) more were left out because it is not known whether they match"
      case (0, true):
        "; those left out because it is not known whether they match were not counted; an export counts them"
      case (_, true):
        "; \(self.unknown) or more were left out because it is not known whether they match; an export counts them all"
      }
    return "\(patients), \(reports)\(unknown)"
  }
}
