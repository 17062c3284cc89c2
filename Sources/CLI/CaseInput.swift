import ArgumentParser
import ClinicalModel
import Interchange
import Presentation
import Registry

/// The common fields of the case itself.
struct PatientOptions: ParsableArguments {
  @Option(help: "female, male, other, unknown.") var sex: String?
  @Option(help: ArgumentHelp("In years, or a range: 60..69.", valueName: "age")) var age: String?
  @Option(help: "presentation, diagnosis, mps_onset or report (which it is when left out).") var ageAt: String?
  @Option(help: "Three letters, for example JPN.") var country: String?
  @Option(help: "literature, retrospective_chart, prospective.") var ascertainment: String?
  @Option(help: "never, former, current, ever_unknown_status, unknown.") var smoking: String?
  @Option(help: "Packs a day times years.") var packYears: String?
  @Option(help: ArgumentHelp("When the patient first came.", valueName: "date")) var presentedDate: String?
  @Option(help: "What the authors call the syndrome.") var labelledMps: String?
  @Option(help: "alive, dead, unknown.") var vitalStatus: String?
  @Option(help: ArgumentHelp("For example 2020-11, or E1+8mo.", valueName: "date")) var deathDate: String?
  @Option(help: "In the words of the source.") var causeOfDeath: String?
  @Option(help: ArgumentHelp("When the patient was last known to be alive.", valueName: "date"))
  var lastContactDate: String?
  @Option(help: "draft, complete, verified.") var status: String?
  @Option(help: "Free text.") var note: String?
  @Option(help: ArgumentHelp("Any field of the case.", valueName: "field=value,…")) var `case`: [String] = []

  func fill(_ patch: inout CasePatch) throws(Fault) {
    let given: [(String, String?)] = [
      ("sex", sex), ("country", country), ("ascertainment", ascertainment), ("smoking", smoking),
      ("pack_years", packYears), ("presented_date", presentedDate), ("labelled_mps", labelledMps),
      ("vital_status", vitalStatus), ("death_date", deathDate), ("cause_of_death", causeOfDeath),
      ("last_contact_date", lastContactDate), ("status", status), ("note", note),
    ]
    for (name, value) in given { if let value { patch.fields.append((name, .text(value))) } }
    for pairs in `case` { try patch.set(pairs: pairs) }
    if let age { try patch.setAge(age, at: ageAt) } else if let ageAt { patch.fields.append(("age_at", .text(ageAt))) }
  }
}

/// New rows of a case, and the short forms of the commonest.
struct RowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A code, a group (bladder) or a common name.", valueName: "site"))
  var primarySite: String?
  @Option(help: ArgumentHelp("A code with its behaviour (8120/3) or a common name.", valueName: "code"))
  var histology: String?
  @Option(help: ArgumentHelp("A gene, an alias, a fusion (EML4::ALK), or pairs.", valueName: "gene"))
  var driverGene: [String] = []
  @Flag(help: "A test was made and found no driver.") var noDriverDetected = false
  @Option(help: ArgumentHelp("A primary tumour.", valueName: "pairs")) var tumour: [String] = []
  @Option(help: ArgumentHelp("A staging; primary_tumour_id=P1 says of which.", valueName: "pairs"))
  var staging: [String] = []
  @Option(help: ArgumentHelp("A molecular test.", valueName: "pairs")) var test: [String] = []
  @Option(help: ArgumentHelp("A result for one gene; molecular_test_id=M1 says of which test.", valueName: "pairs"))
  var gene: [String] = []
  @Option(help: ArgumentHelp("A tumour deposit; size=42x37x44mm observes it.", valueName: "pairs"))
  var lesion: [String] = []
  @Option(help: ArgumentHelp("A lesion seen, or looked for; lesion_id=L1 says which.", valueName: "pairs"))
  var observation: [String] = []
  @Option(help: ArgumentHelp("An episode of the syndrome.", valueName: "pairs")) var episode: [String] = []
  @Option(help: ArgumentHelp("A symptom, sign, complication, comorbidity or event.", valueName: "pairs"))
  var finding: [String] = []
  @Option(help: ArgumentHelp("A score, a laboratory value, a biomarker.", valueName: "pairs"))
  var measurement: [String] = []
  @Option(help: ArgumentHelp("A therapy; targets=L1+L2 ties it to lesions.", valueName: "pairs"))
  var therapy: [String] = []
  @Option(help: ArgumentHelp("An assessment of response; therapies=T1+T2 credits therapies.", valueName: "pairs"))
  var response: [String] = []
  @Option(help: ArgumentHelp("An adverse event.", valueName: "pairs")) var event: [String] = []
  @Option(help: ArgumentHelp("A publication or record.", valueName: "pairs")) var source: [String] = []
  @Option(help: ArgumentHelp("A remark on one field.", valueName: "pairs")) var annotation: [String] = []

  func fill(_ patch: inout CasePatch) throws(Fault) {
    guard !noDriverDetected || driverGene.isEmpty else {
      throw Fault(
        "--no-driver-detected contradicts --driver-gene",
        mend: "keep one of the two, or tell the tests apart with --test")
    }
    let tumour = [primarySite.map { "site=\"\($0)\"" }, histology.map { "histology=\"\($0)\"" }].compactMap(\.self)
    if !tumour.isEmpty { try patch.add(PrimaryTumour.table.schema, tumour.joined(separator: ",")) }
    let told: [(Schema, [String])] = [
      (Source.table.schema, source), (PrimaryTumour.table.schema, self.tumour), (Staging.table.schema, staging),
      (MolecularTest.table.schema, test), (Lesion.table.schema, lesion), (LesionObservation.table.schema, observation),
      (MPSEpisode.table.schema, episode), (Finding.table.schema, finding), (Measurement.table.schema, measurement),
      (Therapy.table.schema, therapy), (Response.table.schema, response), (AdverseEvent.table.schema, event),
      (Annotation.table.schema, annotation),
    ]
    for (table, all) in told { for pairs in all { try patch.add(table, pairs) } }
    try patch.addGenes(driverGene, gene)
    if noDriverDetected {
      try patch.add(MolecularTest.table.schema, "scope=unspecified,outcome=no_driver_detected")
    }
  }
}

extension CasePatch {
  /// The patch that options tell.
  ///
  /// - Throws: ``RegistryError/usage(_:)`` for an option that cannot be read.
  init(id: String, _ fill: (inout CasePatch) throws(Fault) -> Void) throws {
    self.init(id: id)
    do { try fill(&self) } catch { throw RegistryError.usage(error) }
  }
}
