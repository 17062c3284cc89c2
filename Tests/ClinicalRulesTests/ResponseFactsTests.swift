import ClinicalModel
import TestSupport
import Testing

private let lesions = """
  lesions:
    - {id: L1, kind: primary, site: lung}
    - {id: L2, kind: metastasis, muscle: psoas}
  therapies:
    - {id: T1, category: systemic}
    - {id: T2, category: radiotherapy, targets: [L2]}
  responses:

  """

private func facts(_ responses: String) throws -> FactSample {
  try FactSample(lesions + responses.split(separator: "\n").map { "  - {\($0)}\n" }.joined())
}

@Test func `of several assessments the preferred one counts, else what all agree on`() throws {
  #expect(try facts("scope: lesion, lesion_id: L2, category: PR")["psoas_response"] == "PR")
  #expect(try facts("scope: lesion, lesion_id: L1, category: PR")["psoas_response"] == "?not_reported")
  let differing = "scope: lesion, lesion_id: L2, category: PR\nscope: lesion, lesion_id: L2, category: SD"
  #expect(try facts(differing)["psoas_response"] == "?several_differ")
  #expect(try facts(differing + ", preferred: true")["psoas_response"] == "SD")
  #expect(
    try facts("scope: lesion, lesion_id: L2, verbatim: no regrowth")["psoas_response"] == "?category_not_reported")
  #expect(
    try facts("scope: symptom, category: improved, at_gy: 20\nscope: symptom, category: resolved")["pain_response"]
      == "resolved")
  #expect(try facts("scope: symptom, region: gait, category: improved")["pain_response"] == "?not_reported")
  #expect(try facts("scope: overall, category: PD")["overall_response"] == "PD")
}

@Test func `a response is dissociated when one therapy shrank one lesion and let another grow`() throws {
  func dissociated(_ responses: String) throws -> String { try facts(responses)["dissociated_response"] }
  let chest = "scope: lesion, lesion_id: L1, category: CMR, therapies: [T1]\n"
  #expect(try dissociated(chest + "scope: lesion, lesion_id: L2, category: PD, therapies: [T1]") == "yes")
  #expect(try dissociated(chest + "scope: lesion, lesion_id: L2, category: PR, therapies: [T1]") == "no")
  #expect(try dissociated(chest + "scope: lesion, lesion_id: L2, category: PD, therapies: [T2]") == "not_reported")
  #expect(try dissociated(chest + "scope: lesion, lesion_id: L2, category: SD, therapies: [T1]") == "not_reported")
  #expect(try dissociated("scope: overall, category: mixed") == "yes")
  #expect(try FactSample("sex: male")["dissociated_response"] == "not_reported")
}
