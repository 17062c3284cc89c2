import ClinicalModel
import ClinicalRules
import GRDB
import TestSupport
import Testing

@testable import Storage

/// How SQLite goes about a query, a line a step.
private func plan(_ criteria: [(CaseCriterion.Key, String)], possibly: Bool) throws -> [String] {
  let path = try Samples.path("psoas.sqlite")
  _ = try RegistryDatabase.create(at: path, by: .tester)
  let query = CaseQuery(try criteria.map { key, value in try CaseCriterion(key, value) }, possibly: possibly)
  return try DatabaseQueue(path: path).read { db in
    try Row.fetchAll(
      db, sql: "EXPLAIN QUERY PLAN SELECT f.case_id FROM case_facts f WHERE \(query.condition.sql)",
      arguments: StatementArguments(query.condition.values.map(\.databaseValue))
    ).map { $0["detail"] }
  }
}

@Test(
  arguments: [
    [(.primarySite, "lung")], [(.primarySite, "C34")], [(.primarySite, "C34.1"), (.sex, "male")],
    [(.histology, "8140/3")], [(.histology, "814")],
    [(.driverGene, "ALK")], [(.driverGene, "EML4::ALK"), (.driverGene, "EGFR")],
    [(.driverGene, "ALK"), (.alteration, "fusion"), (.primarySite, "lung"), (.therapy, "radiotherapy")],
    [(.geneStatus, "EGFR=negative")], [(.finding, "hydronephrosis")], [(.therapy, "alectinib")],
    [(.therapy, "ALK inhibitor"), (.lesionMuscle, "psoas")], [(.onset, "2019-06..2019-08")],
    [(.source, "10.1000/one")], [(.caseID, "one")], [(.response, "PD"), (.during, "alectinib"), (.driverGene, "ALK")],
  ] as [[(CaseCriterion.Key, String)]])
func `a question that few cases answer does not read the registry`(criteria: [(CaseCriterion.Key, String)]) throws {
  for possibly in [false, true] {
    let steps = try plan(criteria, possibly: possibly)
    let small = ["SCAN cases USING INDEX cases_withdrawn", "SCAN case_links"]
    let scans = steps.filter { $0.hasPrefix("SCAN") && !small.contains($0) }
    #expect(scans.isEmpty, "\(criteria): \(steps)")
    #expect(steps.contains { $0.hasPrefix("SEARCH f USING") }, "\(steps)")
  }
}

@Test func `the rows of one case are found by its id`() throws {
  for (key, value) in [
    (CaseCriterion.Key.therapy, "radiotherapy"), (.lesionMuscle, "psoas"), (.response, "PD"), (.ecog, "3"),
    (.driverRole, "driver"), (.during, "surgery"), (.text, "pleurisy"),
  ] {
    let steps = try plan([(key, value)], possibly: false)
    let other = steps.filter { $0.hasPrefix("SCAN") && !$0.contains("f") }
    #expect(other.allSatisfy { $0.contains("cases_withdrawn") || $0.contains("case_links") }, "\(key): \(steps)")
  }
}
