import ClinicalModel
import ClinicalRules
import TestSupport
import Testing

private func fact(_ name: String, of subject: Case) -> String? {
  DerivedVariables.columns.firstIndex { $0.name == name }.flatMap { CaseSnapshot(subject).facts[$0].written }
}

private func facts(_ names: String, of yaml: String) throws -> [String?] {
  let subject = try Samples.case(yaml)
  return names.split(separator: " ").map { fact(String($0), of: subject) }
}

@Test(arguments: [
  ("diagnosis_to_onset_days_min", "93", "22"), ("diagnosis_to_onset_days_max", "211", "22"),
  ("onset_to_death_days_min", "78", "167"), ("onset_to_death_days_max", "258", "198"),
  ("age_at_onset_min", "46", "65"), ("age_at_onset_max", "47", "66"), ("line_at_onset_min", "1", "0"),
  ("line_at_onset_max", "1", "0"), ("mps_timing", "metachronous", "synchronous"),
  ("lesion_synchrony", "synchronous", "metachronous"),
])
func `the published cases give the intervals a careful reader finds`(name: String, one: String, two: String) throws {
  let seed = try Samples.seed()
  #expect(fact(name, of: seed[0]) == one)
  #expect(fact(name, of: seed[1]) == two)
}

@Test func `a date that hangs on an event is as far from it as the paper says, however vague the event`() throws {
  let names = "onset_to_death_days_min onset_to_death_days_max"
  let vague = "{id: a, vital_status: dead, death_date: E1+6mo, mps_episodes: [{id: E1, onset_date: 2020}]}"
  #expect(try facts(names, of: vague) == ["167", "198"])
  let undated = "{id: a, vital_status: dead, death_date: E1+6mo, mps_episodes: [{id: E1}]}"
  #expect(try facts(names, of: undated) == ["167", "198"])
}

@Test func `two dates that hang on one event are compared by it, when the event has a date of its own`() throws {
  let yaml = """
    {id: a, vital_status: dead, death_date: T1.start+400d, mps_episodes: [{id: E1, onset_date: T1.start+30..40d}],
     therapies: [{id: T1, category: systemic, start_date: 2020}]}
    """
  #expect(try facts("onset_to_death_days_min onset_to_death_days_max", of: yaml) == ["360", "370"])
}

@Test func `a case without any calendar date has its intervals`() throws {
  let yaml = """
    {id: a, time_zero: admission, vital_status: dead, death_date: day+60,
     primary_tumours: [{site: C61.9, diagnosed_date: day-1mo}], mps_episodes: [{onset_date: day+8}]}
    """
  let names = "diagnosis_to_onset_days_min diagnosis_to_onset_days_max onset_to_death_days_min onset_to_death_days_max"
  #expect(try facts(names, of: yaml) == ["23", "54", "52", "52"])
}

@Test func `days of the case and days of the calendar are never compared`() throws {
  let yaml = "{id: a, vital_status: dead, death_date: day+60, mps_episodes: [{onset_date: 2020-03}]}"
  #expect(try facts("onset_to_death_days_min", of: yaml) == [nil])
  #expect(try facts("absent", of: yaml)[0]?.contains("onset_to_death_days_min=dates_not_comparable") == true)
}

@Test(arguments: [
  ("2020-01-10", "before_primary"), ("2020-02-10", "indeterminate"), ("2020-03-01", "synchronous"),
  ("2020-05", "indeterminate"), ("2020-09", "metachronous"), ("2020", "indeterminate"),
])
func `the timing of the syndrome says no more than the dates do`(onset: String, timing: String) throws {
  let yaml = "{id: a, primary_tumours: [{diagnosed_date: 2020-02}], mps_episodes: [{onset_date: \(onset)}]}"
  #expect(try facts("mps_timing", of: yaml) == [timing])
}

@Test func `a line that may have begun before the onset or after it gives a range`() throws {
  let yaml = """
    {id: a, mps_episodes: [{onset_date: 2020-06}], therapies: [
      {category: systemic, line: 1, start_date: 2020-01}, {category: systemic, line: 2, start_date: 2020},
      {category: systemic, line: 3, start_date: 2021}]}
    """
  #expect(try facts("line_at_onset_min line_at_onset_max", of: yaml) == ["1", "2"])
}

@Test(arguments: [
  ("{id: a, death_date: E1+6mo}", "no such row"),
  ("{id: a, death_date: T1+6mo, therapies: [{category: systemic}]}", "T1.start or T1.end"),
  ("{id: a, death_date: E1.start+6mo, mps_episodes: [{onset_date: 2020}]}", "without .start"),
  (
    "{id: a, death_date: X1+1d, lesions: [{id: X1}], annotations: [{id: X1, about: cases/sex, kind: comment}]}",
    "lesions and annotations"
  ),
  ("{id: a, death_date: N1+1d, annotations: [{id: N1, about: cases/sex, kind: comment}]}", "no such row with a date"),
  ("{id: a, death_date: X1+1d, lesions: [{id: X1}], mps_episodes: [{id: X1}]}", "lesions and mps_episodes"),
  ("{id: a, mps_episodes: [{id: E1, onset_date: E1+1d}]}", "counts from itself"),
  (
    "{id: a, therapies: [{id: T1, category: systemic, start_date: T1.end-3d, end_date: T1.start+3d}]}", "a circle"
  ),
  (
    "{id: a, mps_episodes: [{id: E1, onset_date: L1+1d}], lesions: [{id: L1, first_seen_date: P1+1d}], primary_tumours: [{id: P1, diagnosed_date: E1+1d}]}",
    "a circle"
  ),
])
func `a date that hangs on nothing, on either of two rows or on itself is refused`(yaml: String, told: String) throws {
  #expect { try Samples.case(yaml) } throws: { ($0 as? Problem)?.description.contains(told) == true }
}

@Test func `the text of a date stays as it was written`() throws {
  let seed = try Samples.seed()
  #expect(seed[0].deathDate?.text == "T1.start+10mo" && seed[1].deathDate?.text == "E1+6mo")
}
