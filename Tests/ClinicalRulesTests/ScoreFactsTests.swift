import ClinicalModel
import TestSupport
import Testing

@Test func `the pain before treatment is the highest of any site, the pain after it the highest at the last time`()
  throws
{
  let facts = try FactSample(
    """
    measurements:
      - {code: nrs, value: 6, site: back, measured_date: day+0}
      - {code: nrs, value: 8, value_max: 9, site: thigh, measured_date: day+2}
      - {code: nrs, value: 5, site: back, measured_date: day+10}
      - {code: nrs, value: 1, site: back, measured_date: day+30}
      - {code: nrs, value: 3, site: thigh, measured_date: day+30}
    therapies:
      - {category: radiotherapy, indication: mps_pain, start_date: day+2}
      - {category: systemic, indication: cancer, start_date: day-90}
    """)
  #expect(facts["nrs_before"] == "9")
  #expect(facts["nrs_after"] == "3")
}

@Test func `a score that may have been taken after treatment began is not one before it`() throws {
  let facts = try FactSample(
    """
    measurements:
      - {code: nrs, value: 8, measured_date: 2020-03}
      - {code: ecog, value: 3}
    therapies:
      - {category: nerve_block, indication: mps_pain, start_date: 2020-03-20}
    """)
  #expect(facts["nrs_before"] == "?no_score_before_treatment")
  #expect(facts["nrs_after"] == "?no_score_after_treatment")
  #expect(facts["ecog_before"] == "?score_not_dated")
  #expect(facts["ecog_worst"] == "3")
}

@Test func `scores that hang on the treatment are before and after it though nothing has a calendar date`() throws {
  let facts = try FactSample(
    """
    measurements:
      - {code: nrs, value: 9, measured_date: T1.start}
      - {code: nrs, value: 2, measured_date: T1.end+2wk}
      - {code: nrs, value: 4, measured_date: T1.start+1wk}
    therapies: [{category: opioid, indication: mps_pain}]
    """)
  #expect(facts["nrs_before"] == "9")
  #expect(facts["nrs_after"].hasPrefix("?") == false)
}

@Test func `death is no performance status, and another scale is not ECOG`() throws {
  let facts = try FactSample(
    """
    measurements:
      - {code: ecog, value: 2, measured_date: 2021-02}
      - {code: ecog, value: 4, measured_date: 2021-04-12}
      - {code: ecog, value: 1, measured_date: 2021-06-01}
      - {code: ecog, value: 5, measured_date: 2021-10}
      - {code: ps_unnamed, value: 4, measured_date: 2021-09}
    therapies: [{category: radiotherapy, indication: mps_pain, start_date: 2021-04-12}]
    """)
  #expect(facts["ecog_before"] == "4" && facts["ecog_worst"] == "4" && facts["ecog_after"] == "1")
  #expect(try FactSample("measurements: [{code: kps, value: 40}]")["ecog_worst"] == "?not_reported")
}

@Test func `a PD-L1 score is one number or none: a bound, or a figure that nobody can read, is no number`() throws {
  func tps(_ yaml: String) throws -> String { try FactSample(yaml)["pd_l1_tps"] }
  #expect(try tps("measurements: [{code: pd_l1_tps, value: 95, unit: '%'}]") == "95")
  #expect(
    try tps("measurements: [{code: pd_l1_tps, value: 50, comparator: '>=', unit: '%'}]") == "?only_a_bound_reported")
  #expect(try tps("measurements: [{code: pd_l1_tps, value: 0}]") == "0")
  #expect(try tps("sex: male") == "?not_reported")
  #expect(
    try tps(
      """
      measurements: [{id: V1, code: pd_l1_tps}]
      annotations: [{about: measurements/V1/value, kind: absent, reason: value_in_figure_only}]
      """) == "?value_in_figure_only")
}

@Test func `a pain score that is only a bound is no number, and hides a lower one beside it`() throws {
  let facts = try FactSample(
    """
    measurements:
      - {code: nrs, value: 6, site: back, measured_date: day+0}
      - {code: nrs, value: 8, comparator: ">=", site: thigh, measured_date: day+0}
      - {code: nrs, value: 4, comparator: "<", measured_date: day+9}
    therapies: [{category: nerve_block, indication: mps_pain, start_date: day+2}]
    """)
  #expect(facts["nrs_before"] == "?only_a_bound_reported" && facts["nrs_after"] == "?only_a_bound_reported")
}
