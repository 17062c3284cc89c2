import ClinicalModel
import TestSupport
import Testing

@Test func `survival as reported keeps its number and says from where, and is never copied from another event`() throws
{
  func survival(_ yaml: String) throws -> [String] {
    let facts = try FactSample("vital_status: dead\n" + yaml)
    return [facts["survival_reported_months"], facts["survival_reported_from"]]
  }
  let rows = "\nmps_episodes: [{id: E1}]\nprimary_tumours: [{id: P1}]\ntherapies: [{id: T1, category: systemic}]"
  #expect(try survival("death_date: E1+6mo" + rows) == ["6", "mps_onset"])
  #expect(try survival("death_date: E1+1.5y~" + rows) == ["18", "mps_onset"])
  #expect(try survival("death_date: P1+14mo" + rows) == ["14", "diagnosis"])
  #expect(try survival("death_date: E1+8wk" + rows)[0] == "1.84")
  #expect(try survival("death_date: T1.start+10mo" + rows)[0] == "?reported_from_another_event")
  #expect(try survival("death_date: E1+6..8mo" + rows)[0] == "?not_reported_as_one_number")
  #expect(try survival("death_date: 2020-01" + rows)[0] == "?not_reported")
  let untold = try FactSample("death_date: E1+6mo\nmps_episodes: [{id: E1, onset_date: 2020-01-01}]")
  #expect(
    untold["survival_reported_months"] == "6" && untold["censored"] == "no" && untold["vital_status"].hasPrefix("?"))
  #expect(try FactSample("vital_status: alive")["survival_reported_months"] == "?not_applicable")
}

@Test func `a complication is no only when the source says that it was not there`() throws {
  let facts = try FactSample(
    """
    findings:
      - {kind: complication, code: HP:0000126, presence: absent}
      - {kind: complication, label: deep vein thrombosis}
      - {kind: sign, code: HP:0010741, presence: absent, laterality: left}
      - {kind: sign, code: HP:0012398, presence: present, laterality: right}
    adverse_events: [{term: diarrhoea, grade: 3}, {term: rash}]
    """)
  #expect(facts["hydronephrosis"] == "no" && facts["dvt"] == "yes" && facts["leg_oedema"] == "yes")
  #expect(facts["ae_max_grade"] == "3")
  let empty = try FactSample("sex: male")
  #expect(empty["dvt"] == "not_reported" && empty["ae_max_grade"] == "?no_adverse_event_reported")
  #expect(try FactSample("adverse_events: [{term: rash}]")["ae_max_grade"] == "?grade_not_reported")
}

@Test func `involvement with proximal pain alone is possible; a mimic, or a label that denies it, is not the syndrome`()
  throws
{
  func certainty(_ yaml: String) throws -> String { try FactSample(yaml)["mps_certainty"] }
  let episode = "mps_episodes: [{imaging_involvement: present}]\n"
  #expect(try certainty(episode) == "involvement_only")
  #expect(try certainty(episode + "findings: [{code: groin pain}]") == "possible")
  #expect(try certainty(episode + "findings: [{code: groin pain, presence: absent}]") == "involvement_only")
  #expect(try certainty(episode + "findings: [{code: knee pain}]") == "involvement_only")
  #expect(try certainty("lesions: [{muscle: psoas, kind: mimic}]") == "not_mps")
  #expect(try certainty(episode + "labelled_mps: MPS mimic") == "not_mps")
  #expect(try certainty(episode + "labelled_mps: not stated") == "involvement_only")
}

@Test func `completeness counts the items that a registry can see`() throws {
  #expect(try FactSample("sex: male")["care_completeness"] == "0")
  #expect(try FactSample("sex: male\nage_min: 60\ntherapies: [{category: systemic}]")["care_completeness"] == "0.29")
}

@Test func `a primary of the psoas is one lesion and no metastasis of itself`() throws {
  let facts = try FactSample(
    """
    primary_tumours: [{site: C49.4, histology: 8858/3, diagnosed_date: 2020-05}]
    lesions: [{kind: primary, muscle: psoas, laterality: left, first_seen_date: 2020-04}]
    """)
  #expect(facts["lesion_synchrony"] == "?not_applicable" && facts["psoas_laterality"] == "left")
  #expect(facts["n_primaries"] == "1" && facts["site_group"] == "soft_tissue")
}

@Test func `lesions of both sides are bilateral, and the one where it began gives the rest`() throws {
  let facts = try FactSample(
    """
    mps_episodes: [{side: bilateral, side_first: left}]
    lesions:
      - {muscle: psoas, laterality: right}
      - {muscle: iliacus, laterality: left}
    """)
  #expect(facts["psoas_laterality"] == "bilateral" && facts["psoas_muscle"] == "iliacus")
}
