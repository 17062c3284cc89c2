import ClinicalModel
import TestSupport

/// Synthetic cases in which everything that a cohort can be asked by is there, not there, or untold.
enum SyntheticCohort {
  static let sites = ["C34.0", "C34.1", "C67.9", "C61.9"]
  static let genes = CriterionSample.genes
  static let agents = ["alectinib", "lorlatinib", "cisplatin", "morphine", "Xyzumab"]
  static let dates = [
    "2019", "2019-02", "2019-06..2019-08", "2019-07-15", "2019-11", "2020-03-01", "2021", "T1.start+2mo", "day+30",
  ]
  static let findings = ["HP:0000126", "HP:0003419"]

  static func `case`(_ number: Int, _ seed: inout SeededNumbers) throws -> Case {
    var subject = Case()
    subject.id = "synthetic-\(number)"
    subject.sex = seed.maybe([.female, .male, .unknown])
    subject.vitalStatus = seed.maybe([.alive, .dead, .notReported])
    subject.status = number % 17 == 0 ? .withdrawn : seed.maybe(CaseStatus.allCases)
    subject.country = try seed.maybe(["JPN", "FRA"]).map(CountryCode.init(parsing:))
    subject.ascertainment = seed.maybe(Ascertainment.allCases)
    subject.note = seed.maybe(["calm 100% dry", "Œdème of the leg", "under_score"])
    if let age = seed.maybe([40, 50, 60, 70]) {
      subject.ageMin = try Count(.integer(Int64(age)))
      if seed.below(5) > 0 { subject.ageMax = try Count(.integer(Int64(age + seed.pick([0, 5, 9])))) }
    }
    subject.deathDate = try date(["2019-12", "2020-06-01", "E1+3mo"], &seed)
    if let source = try seed.maybe(["10.1000/one", "10.1000/two"]).map(DOI.init(parsing:)) {
      var report = Source()
      report.id = source.text == "10.1000/one" ? "one" : "two"
      report.doi = source
      report.label = "Case \(number)"
      subject.sources = [report]
    }
    try addTumour(to: &subject, &seed)
    try addTests(to: &subject, &seed)
    try addLesions(to: &subject, &seed)
    try addTherapies(to: &subject, &seed)
    try addCourse(to: &subject, &seed)
    return subject
  }

  private static func date(_ texts: [String] = dates, _ seed: inout SeededNumbers) throws -> PartialDate? {
    try seed.maybe(texts).map(PartialDate.init(parsing:))
  }

  private static func addTumour(to subject: inout Case, _ seed: inout SeededNumbers) throws {
    guard let site = seed.maybe(sites) else { return }
    var tumour = PrimaryTumour()
    tumour.id = "P1"
    tumour.role = .index
    tumour.site = try SiteCode(parsing: site)
    tumour.histology = try seed.maybe(["8140/3", "8141/3", "8070/3"]).map(HistologyCode.init(parsing:))
    tumour.diagnosedDate = try date(["2019-02", "2019"], &seed)
    if let stage = seed.maybe(["I", "IV", "IVA", "stage IV B", "4", "IIIA", "limited"]) {
      var staging = Staging()
      staging.id = "S1"
      staging.stageGroup = stage
      tumour.stagings = [staging]
    }
    subject.primaryTumours = [tumour]
  }

  private static func addTests(to subject: inout Case, _ seed: inout SeededNumbers) throws {
    for row in 0..<seed.pick([0, 1, 2]) {
      var test = MolecularTest()
      test.id = "M\(row + 1)"
      test.outcome = seed.maybe(TestOutcome.allCases)
      test.testedDate = try date(Array(dates.prefix(7)), &seed)
      for gene in 0..<seed.pick([0, 1, 2]) {
        var result = DriverGene()
        result.id = "G\(row * 2 + gene + 1)"
        result.gene = try GeneSymbol(parsing: seed.pick(genes))
        result.status = seed.maybe(GeneStatus.allCases) ?? .positive
        result.role = seed.maybe(GeneRole.allCases)
        result.alteration = seed.maybe([.fusion, .amplification, .notReported])
        result.partnerGene = try seed.maybe(genes).map { try GeneSymbol(parsing: $0) }
        test.driverGenes.append(result)
      }
      subject.molecularTests.append(test)
    }
  }

  private static func addLesions(to subject: inout Case, _ seed: inout SeededNumbers) throws {
    for row in 0..<seed.pick([0, 1, 2]) {
      var lesion = Lesion()
      lesion.id = "L\(row + 1)"
      lesion.kind = seed.maybe([.metastasis, .metastasis, .mimic])
      lesion.muscle = seed.maybe([.psoas, .psoasMajor, .iliacus, .iliopsoas, .notReported])
      lesion.laterality = seed.maybe([.right, .left, .notReported])
      lesion.firstSeenDate = try date(["2019-02", "2019-11"], &seed)
      subject.lesions.append(lesion)
    }
  }

  private static func addTherapies(to subject: inout Case, _ seed: inout SeededNumbers) throws {
    for row in 0..<seed.pick([0, 1, 2, 3]) {
      var therapy = Therapy()
      therapy.id = "T\(row + 1)"
      therapy.category = seed.pick([.systemic, .systemic, .radiotherapy, .surgery, .opioid])
      therapy.status = seed.pick([.given, .given, .given, .notGiven, .valueUnavailable])
      if therapy.category == .systemic || therapy.category == .opioid {
        therapy.agent = try seed.maybe(agents).map(DrugName.init(parsing:))
      }
      if therapy.category == .radiotherapy {
        therapy.deliveredGy = try seed.maybe([20, 30, 50]).map { try Quantity(.real($0)) }
      }
      therapy.startDate = try date(Array(dates.prefix(6)), &seed)
      therapy.endDate = try date(row == 0 ? Array(dates.prefix(7)) : dates, &seed)
      if let lesion = subject.lesions.first, seed.below(3) == 0 {
        var target = TherapyTarget()
        target.id = lesion.id
        therapy.targets = [target]
      }
      subject.therapies.append(therapy)
    }
  }

  private static func addCourse(to subject: inout Case, _ seed: inout SeededNumbers) throws {
    let anchored = subject.therapies.isEmpty ? Array(dates.prefix(7)) : dates
    for row in 0..<seed.pick([0, 1, 1, 2]) {
      var episode = MPSEpisode()
      episode.id = "E\(row + 1)"
      episode.onsetDate = try date(anchored, &seed)
      episode.side = seed.maybe([.right, .left, .notReported])
      episode.imagingInvolvement = seed.maybe([.present, .absent])
      episode.fixedHipFlexion = seed.maybe([.present, .absent])
      subject.mpsEpisodes.append(episode)
    }
    if subject.mpsEpisodes.isEmpty { subject.deathDate = nil }
    for row in 0..<seed.pick([0, 1, 2]) {
      var response = Response()
      response.id = "R\(row + 1)"
      response.scope = seed.maybe([.overall, .lesion, .region, .symptom])
      response.category = seed.maybe([.progressiveDisease, .partialResponse, .mixed, .notReported])
      response.assessedDate = try date(anchored, &seed)
      response.lesionID = try seed.maybe(subject.lesions).map { try RowID(parsing: $0.id) }
      if let therapy = seed.maybe(subject.therapies) {
        var credit = ResponseTherapy()
        credit.id = therapy.id
        response.therapies = [credit]
      }
      subject.responses.append(response)
    }
    for row in 0..<seed.pick([0, 1, 2]) {
      var finding = Finding()
      finding.id = "F\(row + 1)"
      finding.code = try FindingCode(parsing: seed.pick(findings))
      finding.presence = seed.maybe([.present, .absent, .notReported])
      subject.findings.append(finding)
    }
    for row in 0..<seed.pick([0, 1, 2]) {
      var score = Measurement()
      score.id = "V\(row + 1)"
      score.code = try MeasurementCode(parsing: seed.pick(["ecog", "ecog", "nrs"]))
      score.value = try seed.maybe([1, 2, 3]).map { try Quantity(.real($0)) }
      score.valueMax = try score.value.flatMap { value in try seed.maybe([Quantity(.real(value.value + 1))]) }
      score.comparator = seed.below(4) == 0 ? seed.pick([.less, .atLeast]) : nil
      subject.measurements.append(score)
    }
  }
}
