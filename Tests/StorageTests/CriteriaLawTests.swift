import ClinicalModel
import Storage
import TestSupport
import Testing

private let questions: [(key: CaseCriterion.Key, values: [String])] = CaseCriterion.Key.allCases.map {
  ($0, values(of: $0))
}

/// What each criterion is asked with.
private func values(of key: CaseCriterion.Key) -> [String] {
  switch key {
  case .primarySite: ["lung", "C34", "C34.1", "bladder"]
  case .histology: ["8140/3", "814", "adenocarcinoma", "8070"]
  case .stage: ["I", "IV", "IVA", "III"]
  case .driverGene: SyntheticCohort.genes + ["EML4::ALK", "any", "none", "unknown"]
  case .driverRole: ["driver", "resistance", "not_stated"]
  case .alteration: ["fusion", "amplification"]
  case .geneStatus:
    ["positive", "negative", "not_tested", "not_reported", "value_unavailable"].flatMap { word in
      SyntheticCohort.genes.map { "\($0)=\(word)" }
    }
  case .sex: ["female", "male"]
  case .age: ["40..59", "60..", "..54", "50"]
  case .country: ["JPN", "fra"]
  case .mpsCertainty: ["probable", "not_mps", "indeterminate", "involvement_only"]
  case .mpsSide: ["right", "left"]
  case .onset: ["2019", "2019-06..2019-08", "2020..", "..2019-06-30"]
  case .lesionMuscle: ["psoas", "iliopsoas", "iliacus"]
  case .lesionLaterality: ["right", "left"]
  case .synchrony: ["synchronous", "metachronous"]
  case .finding: ["hydronephrosis", "HP:0003419"]
  case .ecog: ["2", "2..3", "3.."]
  case .therapy: ["alectinib", "ALK inhibitor", "radiotherapy", "morphine", "systemic", "xyzumab"]
  case .radiotherapyGy: ["30..50", "..20"]
  case .response: ["PD", "PR", "mixed"]
  case .dissociatedResponse: ["yes", "not_reported"]
  case .during, .after: ["alectinib", "systemic", "surgery", "radiotherapy"]
  case .vitalStatus: ["alive", "dead"]
  case .survivalDays: ["..200", "100..400"]
  case .source: ["one", "10.1000/two"]
  case .ascertainment: ["literature", "prospective"]
  case .status: ["complete", "withdrawn", "not_reported"]
  case .text: ["calm", "100%", "œdème", "under_score", "ALECTINIB leg", "DRY calm"]
  case .caseID: (1...9).map { "synthetic-\($0)" } + ["synthetic-17"]
  }
}

private struct Cohort {
  let database: RegistryDatabase
  let cases: [CriteriaMeaning]

  init(_ count: Int) throws {
    var seed = SeededNumbers(state: 20_240_101)
    database = try RegistryDatabase.create(at: Samples.path("psoas.sqlite"), by: .tester)
    let cases = try (0..<count).map { try SyntheticCohort.case($0, &seed) }.sorted { $0.id < $1.id }
    try database.mutate(by: .tester) { session in for subject in cases { _ = try session.save(subject) } }
    self.cases = cases.map(CriteriaMeaning.init)
  }

  /// Asks, and holds the answer against what the criteria mean.
  ///
  /// - Returns: the number of cases found.
  func ask(_ query: CaseQuery) throws -> Int {
    var found: [String] = []
    let count = try database.read { session in
      try session.rows(of: query, columns: ["case_id"]) { found.append($0.cell(0).written ?? "") }
      return try session.count(of: query)
    }
    let expected = cases.map { $0.holds(query) }
    let ids = zip(cases, expected).filter(\.1.found).map(\.0.subject.id)
    let asked = "\(query.criteria.map(\.text)) not \(query.excluded.map(\.text)) possibly \(query.possibly)"
    #expect(found == ids, "\(asked): \(Set(found).symmetricDifference(ids).sorted().prefix(3))")
    #expect(count.patients == ids.count, "\(asked)")
    #expect(count.unknown == expected.count { $0.open }, "\(asked)")
    return ids.count
  }
}

@Test func `SQL finds exactly the cases that the criteria describe`() throws {
  let cohort = try Cohort(2000)
  var hits: [CaseCriterion.Key: Int] = [:]
  for (key, values) in questions {
    for value in values {
      for possibly in [false, true] {
        let query = CaseQuery([try CaseCriterion(key, value)], possibly: possibly)
        hits[key, default: 0] += try cohort.ask(query)
      }
    }
  }
  for key in CaseCriterion.Key.allCases { #expect(hits[key, default: 0] > 0, "\(key) found nobody") }
}

@Test func `SQL finds exactly the cases that any criteria together describe`() throws {
  let cohort = try Cohort(1000)
  var seed = SeededNumbers(state: 7)
  var hits = 0
  for _ in 0..<400 {
    func some(_ number: Int) throws -> [CaseCriterion] {
      try (0..<number).map { _ in
        let question = seed.pick(questions)
        return try CaseCriterion(question.key, seed.pick(question.values))
      }
    }
    let excluded = try some(seed.pick([0, 0, 1])).filter { $0.key != .during && $0.key != .after }
    let query = CaseQuery(try some(seed.pick([1, 2, 2, 3, 4])), excluded: excluded, possibly: seed.below(3) == 0)
    hits += try cohort.ask(query)
  }
  #expect(hits > 1000)
}

@Test func `the unknown are counted until it has cost so much, and all of them when it has not`() throws {
  let cohort = try Cohort(1000)
  let query = CaseQuery([try CaseCriterion(.driverGene, "MET")])
  let expected = cohort.cases.count { $0.holds(query).open }
  try cohort.database.read { session in
    for steps in [1000, 10_000, 1_000_000, 10_000, 1_000_000] {
      let count = try session.rows(of: query, columns: [], within: steps) { _ in }
      #expect(count.mayBeMore == (steps < 1_000_000))
      #expect(count.mayBeMore ? count.unknown < expected : count.unknown == expected)
      #expect(steps == 1000 || count.unknown > 0)
    }
    #expect(try session.count(of: query).unknown == expected)
  }
}
