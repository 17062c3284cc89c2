import ClinicalModel
import ClinicalRules
import Storage
import TestSupport
import Testing

private let questions = CaseCriterion.Key.allCases.map { ($0, CriterionSample.of($0).values) }

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
    let asked = query.commandLine
    #expect(found == ids, "\(asked): \(Set(found).symmetricDifference(ids).sorted().prefix(3))")
    #expect(count.patients == ids.count, "\(asked)")
    #expect(count.unknown == expected.count { $0.open }, "\(asked)")
    return ids.count
  }
}

@Test func `SQL finds exactly the cases that the criteria describe`() throws {
  let cohort = try Cohort(450)
  for (key, values) in questions {
    let criteria = try values.map { try CaseCriterion(key, $0) }
    var hits = 0
    for criterion in criteria {
      hits += try cohort.ask(CaseQuery([criterion]))
      hits += try cohort.ask(CaseQuery([criterion], possibly: true))
    }
    #expect(hits > 0, "\(key) found nobody")
    if key == .during || key == .after { continue }
    let kept = try criteria.map { try cohort.ask(CaseQuery(excluded: [$0])) }
    #expect(kept.contains { 0 < $0 && $0 < cohort.cases.count { $0.subject.status != .withdrawn } }, "not \(key)")
  }
}

@Test func `SQL finds exactly the cases that any criteria together describe, and cohorts around them`() throws {
  let cohort = try Cohort(300)
  var seed = SeededNumbers(state: 7)
  func some(_ number: Int) throws -> [CaseCriterion] {
    try (0..<number).map { _ in
      let question = seed.pick(questions)
      return try CaseCriterion(question.0, seed.pick(question.1))
    }
  }
  func query(_ numbers: [Int], within: [CaseQuery]) throws -> CaseQuery {
    let excluded = try some(seed.pick([0, 0, 1])).filter { $0.key != .during && $0.key != .after }
    return CaseQuery(try some(seed.pick(numbers)), excluded: excluded, possibly: seed.below(3) == 0, within: within)
  }
  var (hits, nested) = (0, 0)
  for _ in 0..<400 {
    let named = seed.below(3) == 0 ? [try query([1, 1, 2], within: [])] : []
    let found = try cohort.ask(try query([0, 1, 2, 2, 3], within: named))
    hits += found
    if !named.isEmpty { nested += found }
  }
  #expect(hits > 300 && nested > 30, "\(hits) \(nested)")
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
