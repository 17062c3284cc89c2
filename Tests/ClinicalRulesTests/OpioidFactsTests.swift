import ClinicalModel
import TestSupport
import Testing

private func equivalent(_ therapies: String) throws -> String {
  try FactSample("therapies:\n" + therapies.split(separator: "\n").map { "  - {category: opioid, \($0)}\n" }.joined())[
    "ome_calculated"]
}

@Test func `an opioid counts as oral morphine only when drug, daily dose, route and factor are known`() throws {
  #expect(
    try equivalent("agent: oxycodone, dose: 20, dose_unit: mg, dose_per: dose, times_per_day: 2, route: oral") == "60")
  #expect(try equivalent("agent: hydromorphone, dose: 4, dose_unit: mg, dose_per: day, route: oral") == "20")
  #expect(try equivalent("agent: fentanyl, dose: 50, dose_unit: mcg/h, route: transdermal") == "120")
  #expect(try equivalent("agent: hydromorphone, dose: 4, dose_unit: mg, dose_per: day") == "?route_not_reported")
  #expect(try equivalent("agent: oxycodone, route: oral") == "?dose_not_reported")
  #expect(
    try equivalent("agent: oxycodone, dose: 50, dose_unit: mg, dose_per: day, route: intravenous")
      == "?no_factor_for_drug_and_route")
  #expect(
    try equivalent("agent: oxycodone, dose: 20, dose_unit: mg, dose_per: dose, route: oral")
      == "?daily_dose_not_reported")
  #expect(try equivalent("dose: 20, dose_unit: mg, dose_per: day, route: oral") == "?agent_not_reported")
  #expect(
    try equivalent("agent: morphine, dose: 20, dose_unit: mg, dose_per: day, route: oral, status: offered_not_given")
      == "?no_opioid_reported")
}

@Test func `opioids add up when they were given at one time, and nobody guesses whether they were`() throws {
  let oral = "dose_unit: mg, dose_per: day, route: oral"
  #expect(
    try equivalent(
      """
      agent: morphine, dose: 60, \(oral), start_date: 2020-01-01, end_date: 2020-03-01
      agent: tapentadol, dose: 200, \(oral), start_date: 2020-02-01
      """) == "140")
  #expect(
    try equivalent(
      """
      agent: morphine, dose: 60, \(oral), start_date: 2020-01-01, end_date: 2020-01-31
      agent: oxycodone, dose: 20, \(oral), start_date: 2020-02-01
      """) == "60")
  #expect(
    try equivalent("agent: morphine, dose: 60, \(oral)\nagent: tramadol, dose: 100, \(oral)")
      == "?concurrency_not_reported")
}

@Test func `a reported equivalent keeps its range, and stands beside the calculated one`() throws {
  let facts = try FactSample(
    """
    measurements:
      - {code: ome, value: 60, unit: mg/d}
      - {code: ome, value: 200, value_max: 240, unit: mg/d}
    therapies: [{category: opioid, agent: morphine, dose: 90, dose_unit: mg, dose_per: day, route: oral}]
    """)
  #expect(facts["ome_reported_min"] == "200" && facts["ome_reported_max"] == "240")
  #expect(facts["ome_calculated"] == "90" && facts["ome_table"] == "CDC 2022")
  let bound = try FactSample("measurements: [{code: ome, value: 300, comparator: '>'}]")
  #expect(bound["ome_reported_min"] == "300" && bound["ome_reported_max"] == "?only_a_bound_reported")
  #expect(bound["ome_table"] == "?no_opioid_reported")
}
