import ClinicalModel
import ClinicalRules
import Testing

private func fact(_ name: String, _ subject: Case) throws -> Scalar {
  let index = try #require(DerivedVariables.columns.firstIndex { $0.name == name })
  return CaseSnapshot(subject).facts[index]
}

/// A case with one psoas lesion, L1, and this course of radiotherapy.
private func irradiated(_ gray: Double?, _ fractions: Int?, target: Bool = true) throws -> Case {
  var subject = Case()
  subject.id = "a"
  var lesion = Lesion()
  lesion.id = "L1"
  lesion.muscle = .psoas
  var course = Therapy()
  course.id = "T1"
  course.category = .radiotherapy
  course.status = .given
  if let gray { course.deliveredGy = try Quantity(.real(gray)) }
  if let fractions { course.deliveredFractions = try Count(.integer(Int64(fractions))) }
  if target {
    var aim = TherapyTarget()
    aim.id = "L1"
    course.targets = [aim]
  }
  subject.lesions = [lesion]
  subject.therapies = [course]
  return subject
}

@Test func `dose arithmetic gives the published equivalents`() throws {
  for (gray, fractions, bed, eqd10, eqd3) in [
    (50.0, 25, 60.0, 50.0, 50.0), (36, 12, 46.8, 39, 43.2), (30, 10, 39, 32.5, 36),
  ] {
    let subject = try irradiated(gray, fractions)
    #expect(try fact("psoas_rt_bed10_gy", subject) == .real(bed))
    #expect(try fact("psoas_rt_eqd2_10_gy", subject) == .real(eqd10))
    #expect(try fact("psoas_rt_eqd2_3_gy", subject) == .real(eqd3))
  }
}

@Test func `a dose without its fractions gives no equivalent, and says why`() throws {
  let subject = try irradiated(30, nil)
  #expect(try fact("psoas_rt_delivered_gy", subject) == .real(30))
  #expect(try fact("psoas_rt_eqd2_10_gy", subject) == .null)
  #expect(try fact("absent", subject).written?.contains("psoas_rt_eqd2_10_gy=fractions_not_reported") == true)
}

@Test func `radiotherapy that aims elsewhere is not radiotherapy to the psoas, and unknown is not no`() throws {
  var subject = try irradiated(50, 25, target: false)
  #expect(try fact("psoas_rt", subject) == .text("not_reported"))
  subject.therapies[0].indication = try ExtensibleCode(parsing: "mps_pain")
  #expect(try fact("psoas_rt", subject) == .text("yes"))
  subject.therapies[0].status = .offeredNotGiven
  #expect(try fact("psoas_rt", subject) == .text("no"))
  #expect(try fact("psoas_rt_delivered_gy", subject) == .null)
}

@Test func `involvement, a sign and plexopathy make the syndrome definite; a probable plexopathy never does`() throws {
  var episode = MPSEpisode()
  func certainty() throws -> String? {
    var subject = Case()
    subject.mpsEpisodes = [episode]
    return try fact("mps_certainty", subject).written
  }
  #expect(try certainty() == "indeterminate")
  episode.imagingInvolvement = .present
  #expect(try certainty() == "involvement_only")
  episode.plexopathy = .probable
  #expect(try certainty() == "probable")
  episode.fixedHipFlexion = .present
  #expect(try certainty() == "probable")
  episode.plexopathy = .present
  #expect(try certainty() == "definite")
  episode.imagingInvolvement = .absent
  #expect(try certainty() == "not_mps")
}

@Test func `a gene is negative only when a test names it, and its strongest result counts`() throws {
  var test = MolecularTest()
  test.outcome = .noDriverDetected
  var subject = Case()
  subject.molecularTests = [test]
  #expect(try fact("gene_alk", subject) == .text("not_reported"))
  #expect(try fact("driver_status", subject) == .text("none_detected"))
  var result = DriverGene()
  result.gene = try GeneSymbol(parsing: "ALK")
  result.status = .negative
  test.driverGenes = [result]
  result.status = .positive
  result.partnerGene = try GeneSymbol(parsing: "EML4")
  result.alteration = .fusion
  test.driverGenes += [result, result]
  subject.molecularTests = [test]
  #expect(try fact("gene_alk", subject) == .text("positive"))
  #expect(try fact("drivers", subject) == .text("EML4::ALK fusion"))
  #expect(try fact("driver_status", subject) == .text("driver_detected"))
}

@Test func `every empty cell of a flat row has its reason`() {
  let row = CaseSnapshot(Case()).facts
  let reasons = row[row.count - 2].written?.split(separator: ";").map { $0.prefix { $0 != "=" } } ?? []
  let empty = zip(DerivedVariables.columns, row).filter { $1 == .null }.map { Substring($0.0.name) }
  #expect(reasons == empty)
}

@Test func `of two candidate primaries none is taken for the index`() throws {
  var subject = Case()
  subject.primaryTumours = try ["C56.9", "C54.1"].map {
    var tumour = PrimaryTumour()
    tumour.role = .candidate
    tumour.site = try SiteCode(parsing: $0)
    return tumour
  }
  #expect(try fact("n_primaries", subject) == .integer(2))
  #expect(try fact("site", subject) == .null && fact("site_group", subject) == .null)
  #expect(try fact("absent", subject).written?.contains("site=several_candidates") == true)
  subject.primaryTumours.removeLast()
  #expect(try fact("site", subject) == .text("C56.9"))
}
