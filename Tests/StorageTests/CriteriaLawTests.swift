import ClinicalModel
import Storage
import TestSupport
import Testing

private let sites = ["C34.0", "C34.1", "C67.9", "C61.9"]
private let genes = ["ALK", "EGFR", "MET", "EML4"]

private func syntheticCase(_ number: Int, _ seed: inout SeededNumbers) throws -> Case {
  var subject = Case()
  subject.id = "synthetic-\(number)"
  subject.sex = seed.maybe([.female, .male, .unknown])
  subject.vitalStatus = seed.maybe([.alive, .dead, .notReported])
  subject.status = number % 17 == 0 ? .withdrawn : seed.maybe(CaseStatus.allCases)
  if let age = seed.maybe([40, 50, 60, 70]) {
    subject.ageMin = try Whole(.integer(Int64(age)))
    subject.ageMax = try Whole(.integer(Int64(age + seed.pick([0, 5, 9]))))
  }
  if let site = seed.maybe(sites) {
    var tumour = PrimaryTumour()
    tumour.id = "P1"
    tumour.role = .index
    tumour.site = try SiteCode(parsing: site)
    subject.primaryTumours = [tumour]
  }
  for row in 0..<seed.pick([0, 1, 2]) {
    var test = MolecularTest()
    test.id = "M\(row + 1)"
    test.outcome = seed.maybe(TestOutcome.allCases)
    for gene in 0..<seed.pick([0, 1, 2]) {
      var result = DriverGene()
      result.id = "G\(row * 2 + gene + 1)"
      result.gene = try GeneSymbol(parsing: seed.pick(genes))
      result.status = seed.maybe(GeneStatus.allCases) ?? .positive
      result.role = seed.maybe(GeneRole.allCases)
      result.partnerGene = try seed.maybe(genes).map { try GeneSymbol(parsing: $0) }
      test.driverGenes.append(result)
    }
    subject.molecularTests.append(test)
  }
  return subject
}

/// What a criterion means, said without SQL.
///
/// - Parameter status: what all tests of the case together say of drivers.
private func holds(_ criteria: [CaseCriterion], of subject: Case, driverStatus status: String?) -> Bool {
  let results = subject.molecularTests.flatMap(\.driverGenes)
  let positive = results.filter { $0.status == .positive }
  let roles: [GeneRole] = criteria.compactMap { if case .driverRole(let role) = $0 { role } else { nil } }
  let patterns: [GenePattern] = criteria.compactMap { if case .driverGene(let pattern) = $0 { pattern } else { nil } }
  func some(_ fits: (DriverGene) -> Bool) -> Bool {
    positive.contains { row in fits(row) && (roles.isEmpty || row.role.map { roles.contains($0) } == true) }
  }
  func gene(_ pattern: GenePattern) -> Bool {
    switch pattern {
    case .symbol(let gene): some { $0.gene == gene || $0.partnerGene == gene }
    case .fusion(let a, let b): some { ($0.gene == a && $0.partnerGene == b) || ($0.gene == b && $0.partnerGene == a) }
    case .any: some { _ in true } || (roles.isEmpty && status == "driver_detected")
    case .none: roles.isEmpty && status == "none_detected"
    case .unknown: roles.isEmpty && (status == "not_tested" || status == "not_reported")
    }
  }
  func single(_ criterion: CaseCriterion) -> Bool {
    let site = subject.primaryTumours.first?.site
    switch criterion {
    case .driverGene, .driverRole: return true
    case .primarySite(.code(let code)): return site?.text == code
    case .primarySite(.prefix(let prefix)): return site?.text.hasPrefix(prefix) == true
    case .primarySite(.group(let group)): return site?.group == group
    case .geneStatus(let gene, let status):
      let told = results.filter { $0.gene == gene }.compactMap(\.status)
      let strongest = GeneStatus.strength.first { told.contains($0) }
      return status == .notReported ? strongest == nil : strongest.map { $0 == status } ?? told.contains(status)
    case .sex(let sex): return subject.sex == sex
    case .age(let years):
      guard let low = subject.ageMin?.value, let high = subject.ageMax?.value else { return false }
      return years.contains(low) && years.contains(high)
    case .vitalStatus(let status): return subject.vitalStatus == status
    case .status(let status): return subject.status == status
    case .caseID(let id): return subject.id == id
    }
  }
  let genesHold = patterns.isEmpty ? roles.isEmpty || some { _ in true } : patterns.contains(where: gene)
  return genesHold && (subject.status != .withdrawn || criteria.contains(.status(.withdrawn)))
    && CaseQuery(criteria).byKey.allSatisfy { $0.criteria.contains(where: single) }
}

@Test func `SQL finds exactly the cases that the criteria describe`() throws {
  var seed = SeededNumbers(state: 20_240_101)
  let database = try RegistryDatabase.create(at: Samples.path("psoas.sqlite"), by: .tester)
  let cases = try (0..<300).map { try syntheticCase($0, &seed) }.sorted { $0.id < $1.id }
  try database.mutate(by: .tester) { session in for subject in cases { _ = try session.save(subject) } }
  let statuses = cases.map { subject in
    CaseFacts.columns.firstIndex { $0.name == "driver_status" }.flatMap { CaseFacts.row(of: subject)[$0].written }
  }
  let words: [(CaseCriterion.Key, [String])] = [
    (.primarySite, ["lung", "C34", "C34.1", "bladder"]),
    (.driverGene, genes + ["EML4::ALK", "any", "none", "unknown"]),
    (.driverRole, ["driver", "resistance", "not_stated"]),
    (
      .geneStatus,
      ["positive", "negative", "not_tested", "not_reported", "value_unavailable"].flatMap { word in
        genes.map { "\($0)=\(word)" }
      }
    ),
    (.sex, ["female", "male"]), (.age, ["40..59", "60..", "..54", "50"]), (.vitalStatus, ["alive", "dead"]),
    (.status, ["complete", "withdrawn", "not_reported"]), (.caseID, ["synthetic-3", "synthetic-17"]),
  ]
  var hits = 0
  for _ in 0..<500 {
    let criteria = try (0..<seed.pick([1, 2, 2, 3])).map { _ in
      let (key, values) = seed.pick(words)
      return try CaseCriterion(key, seed.pick(values))
    }
    var found: [String] = []
    let count = try database.read { session in
      try session.rows(of: CaseQuery(criteria), columns: ["case_id"]) { found.append($0[0].written ?? "") }
      return try session.count(of: CaseQuery(criteria))
    }
    let expected = zip(cases, statuses).filter { holds(criteria, of: $0, driverStatus: $1) }.map(\.0.id)
    #expect(found == expected, "\(criteria)")
    #expect(count.patients == expected.count && count.unknown + count.patients <= cases.count)
    hits += expected.count
  }
  #expect(hits > 1000)
}
