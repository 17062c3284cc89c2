import ClinicalModel
import ClinicalRules
import Foundation
import TestSupport
import Testing

private func context() throws -> CheckContext {
  var context = CheckContext()
  context.today = try PartialDate(parsing: "2026-11-24").window?.days.lowerBound
  return context
}

private func outcome(_ id: String, _ subject: Case, _ context: CheckContext) throws -> CheckOutcome {
  try #require(EditChecks.judge(CaseSnapshot(subject), context).first { $0.check.id == id }?.outcome)
}

@Test func `each check finds what it should and passes what it should, in a file of its own`() throws {
  let files = try Samples.fixtures("checks")
  #expect(files.map { $0.deletingPathExtension().lastPathComponent } == EditChecks.all.map(\.id).sorted())
  for file in files {
    let id = file.deletingPathExtension().lastPathComponent
    let cases = try Samples.cases(String(contentsOf: file, encoding: .utf8))
    try #require(cases.count == 2)
    var firing = try context()
    if id == "ID-01" { firing.sameIDs = ["Synthetic-Fires"] }
    if id == "PV-04" { firing.openLinks = ["synthetic-other"] }
    let check = try #require(EditChecks.all.first { $0.id == id })
    guard case .fail(let findings) = try outcome(id, cases[0], firing) else {
      Issue.record("\(id) does not find it")
      continue
    }
    #expect(findings.contains { $0.severity == check.severity }, "\(id) is declared \(check.severity)")
    for finding in findings {
      #expect(!finding.paths.isEmpty && !finding.fault.mend.isEmpty, "\(id): \(finding.fault)")
      #expect(check.severity.isAtLeast(finding.severity) || finding.severity == .warning, "\(id)")
    }
    #expect(try outcome(id, cases[1], try context()) == .pass, "\(id) on what is right")
  }
}

@Test func `no check finds an error in a case of which nothing is known, or in any fixture`() throws {
  for check in EditChecks.judge(CaseSnapshot(Case()), try context()) {
    if case .fail(let findings) = check.outcome { #expect(findings.allSatisfy { $0.severity == .incomplete }) }
  }
  for file in try Samples.fixtures("valid") {
    let subject = try Samples.case(String(contentsOf: file, encoding: .utf8))
    let errors = EditChecks.findings(in: CaseSnapshot(subject), try context()).filter { $0.severity == .error }
    #expect(errors.map(\.fault.description) == [], "\(file.lastPathComponent)")
  }
}

@Test func `of the published cases the checks find exactly what a reviewer found`() throws {
  var lines: [String] = []
  for subject in try Samples.seed() {
    for finding in EditChecks.findings(in: CaseSnapshot(subject), try context()) {
      lines.append("\(subject.id) \(finding.severity.rawValue) \(finding.problem.description)")
    }
  }
  try Golden.check("Tests/Fixtures/seed-findings.txt", says: lines.joined(separator: "\n") + "\n")
}

@Test func `an override lets a finding stand, and lapses when a value involved changes`() throws {
  var subject = try Samples.case("id: a\nsex: female\nprimary_tumours: [{id: P1, site: prostate}]")
  let found = EditChecks.findings(in: CaseSnapshot(subject), try context()).filter { $0.check == "ID-05" }
  #expect(found.count == 1 && found[0].override == nil)
  try subject.override(found, reason: "as published")
  let stands = EditChecks.findings(in: CaseSnapshot(subject), try context()).filter { $0.check == "ID-05" }
  #expect(stands.first?.override?.reason == "as published")
  let stored = CaseSnapshot(subject)
  subject.note = "another field"
  #expect(subject.dropLapsedOverrides(since: stored, try context()).isEmpty)
  subject.primaryTumours[0].site = try SiteCode(parsing: "penis")
  #expect(subject.dropLapsedOverrides(since: stored, try context()).map(\.check) == ["ID-05"])
  #expect(subject.annotations.isEmpty)
}

@Test func `dates that may be in order are no finding`() throws {
  let subject = try Samples.case(
    """
    id: a
    vital_status: dead
    death_date: 2020-05
    therapies: [{category: systemic, start_date: 2020-05-20, end_date: 2020-05}]
    """)
  let found = EditChecks.findings(in: CaseSnapshot(subject), try context()).map(\.check)
  #expect(!found.contains("TX-01") && !found.contains("TX-02"))
}

@Test(arguments: [
  "50 Gy in 25 fractions of 3 Gy", "25 x 3 Gy", "50 Gy at 3 Gy per fraction", "50 Gy (3 Gy/fr)",
  "3Gy/fraction, 25 times",
  "3 Gy each",
])
func `the dose of a fraction is read from words, too`(words: String) throws {
  let subject = try Samples.case(
    "id: a\ntherapies: [{category: radiotherapy, delivered_gy: 50, delivered_fractions: 25, dose_text: \"\(words)\"}]")
  let found = EditChecks.findings(in: CaseSnapshot(subject), try context()).first { $0.check == "TX-06" }
  #expect(found?.fault.what.description.contains("3 Gy a fraction is told") == true, "\(words)")
  let right = try Samples.case(
    "id: a\ntherapies: [{category: radiotherapy, delivered_gy: 75, delivered_fractions: 25, dose_text: \"\(words)\"}]")
  #expect(!EditChecks.findings(in: CaseSnapshot(right), try context()).contains { $0.check == "TX-06" }, "\(words)")
}

@Test(arguments: [
  ("death_date: 2019\nprimary_tumours: [{diagnosed_date: 2020}]", "FU-02"),
  ("death_date: 2019\nmps_episodes: [{onset_date: 2020-02}]", "FU-02"),
  ("last_contact_date: 2020-01\nmeasurements: [{code: nrs, value: 3, measured_date: 2020-03}]", "FU-02"),
  ("presented_date: 2031", "FU-02"),
  ("death_date: 2020-01\ntherapies: [{category: opioid, end_date: 2020-03}]", "TX-02"),
  ("lesions: [{first_seen_date: 2020-03, observations: [{presence: present, observed_date: 2020-01}]}]", "LE-05"),
  ("findings: [{kind: symptom, onset_date: 2020-03, resolved_date: 2020-02}]", "FU-05"),
])
func `dates that are certainly out of order are found wherever they stand`(yaml: String, check: String) throws {
  let found = EditChecks.findings(in: CaseSnapshot(try Samples.case("id: a\n" + yaml)), try context())
  #expect(found.contains { $0.check == check }, "\(yaml)")
}

@Test func `a death that a paper rounds to months is not before what came a few days later`() throws {
  let subject = try Samples.case(
    """
    id: a
    vital_status: dead
    death_date: E1+6mo
    mps_episodes: [{id: E1, onset_date: 2020-01-01}]
    therapies: [{category: opioid, start_date: 2020-07-25}]
    """)
  #expect(!EditChecks.findings(in: CaseSnapshot(subject), try context()).contains { $0.severity == .error })
}
