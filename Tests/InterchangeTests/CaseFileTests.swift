import ClinicalModel
import Foundation
import Interchange
import TestSupport
import Testing

private func read(_ format: CaseFile, _ text: String) throws -> [(subject: Case, problems: Problems)] {
  var found: [(subject: Case, problems: Problems)] = []
  try format.read(Array(text.utf8)) { found.append(($0, $1)) }
  return found
}

private func problems(_ yaml: String) throws -> [String] {
  try read(.yaml, yaml).flatMap { $0.problems.kept.map(\.description) }
}

@Test func `a case written in any format reads back as the same case, and is written again to the same byte`() throws {
  for format in CaseFile.allCases {
    for subject in try Samples.seed() {
      let text = try format.text(of: subject)
      let back = try read(format, text)
      #expect(back.flatMap(\.problems.kept).isEmpty)
      #expect(back.map(\.subject) == [subject], "\(format)")
      #expect(try format.text(of: back[0].subject) == text)
    }
  }
}

@Test func `YAML scalars keep their letters: NO is no boolean, a date no timestamp`() throws {
  let subject = try Samples.case("{id: a, note: NO, death_date: 2019-11-12, labelled_mps: 0123}")
  #expect(subject.note == "NO" && subject.labelledMPS == "0123")
  let again = try read(.yaml, try CaseFile.yaml.text(of: subject))
  #expect(again[0].subject == subject)
}

@Test func `every problem of a file is told with its line, its field and how to mend it`() throws {
  let yaml = """
    id: a
    sex: femal
    agemin: 3
    death_date: 2021-02-30
    primary_tumours:
      - site: lnug
        stagings: [{t: T4}]
    lesions:
      - {id: L1, muscle: psoas, primary_tumour_id: P9}
      - {id: L1}
    therapies:
      - {agent: x, targets: [L7]}
    annotations:
      - {about: therapies/T9/route, kind: absent}
    """
  let found = try problems(yaml)
  for part in [
    "line 2: cases/sex: \"femal\"", "line 3: cases/agemin: \"agemin\" is no field of a case; did you mean age_min",
    "line 4: cases/death_date: \"2021-02-30\"", "line 6: primary_tumours/P1/site: \"lnug\"",
    "line 7: stagings/S1/t: \"T4\"", "line 9: lesions/L1/primary_tumour_id: \"P9\" is no row of primary_tumours",
    "line 10: lesions/L1: the id L1 stands twice", "line 12: therapies/T1/category: category is missing",
    "line 12: therapy_targets/T1.L7: \"L7\" is no row of lesions", "annotations/N1/about: \"therapies/T9/route\"",
  ] { #expect(found.contains { $0.hasPrefix(part) }, "\(part) in \(found)") }
  #expect(found.count == 10, "\(found)")
}

@Test func `a row without an id gets its table's letter and the next free number`() throws {
  let subject = try Samples.case(
    "{id: a, lesions: [{id: L2}, {muscle: psoas}, {muscle: iliacus}], sources: [{authors: Müller A, year: 2020}]}")
  #expect(subject.lesions.map(\.id) == ["L2", "L1", "L3"])
  #expect(subject.sources[0].id == "m--ller2020")
}

@Test func `a word of an open list that nobody foresaw is kept and noticed`() throws {
  let found = try read(.yaml, "{id: a, lesions: [{observations: [{modality: petscan}]}]}")
  #expect(found[0].problems.isEmpty)
  #expect(found[0].problems.notices.map(\.description).first?.contains("petscan") == true)
}

@Test func `a site given as a word is stored as its code, with the word beside it`() throws {
  let subject = try Samples.case("{id: a, primary_tumours: [{site: lung, histology: adenocarcinoma}]}")
  let primary = subject.primaryTumours[0]
  #expect(primary.site?.text == "C34.9" && primary.siteText == "lung" && primary.histology?.text == "8140/3")
  #expect(primary.role == .index)
}

@Test func `what is no case file is refused as a whole, with its line`() throws {
  for (text, part) in [
    ("id: a\n  sex: male", "line 2"), ("a: &x [1]\nb: *x", "anchors"), ("id: a\nid: b", "stands twice"),
    ("psoas_case: 2\nid: a", "version 1"), ("[1, 2]", "a case was expected"), ("sex: male", "no id"),
  ] {
    var told: [String] = []
    do { told = try problems(text) } catch let problem as Problem { told = [problem.description] }
    #expect(told.contains { $0.contains(part) }, "\(text): \(told)")
  }
  #expect(throws: Problem.self) { try read(.json, "{\"id\": \"a\", \"id\": \"b\"}") }
  #expect(throws: Problem.self) { try read(.json, "{\"id\": \"a\"") }
  #expect(throws: Problem.self) { try read(.json, String(repeating: "[", count: 10_000)) }
}

@Test func `a file saved on Windows, with a byte order mark and CRLF, reads like any other`() throws {
  let yaml = "\u{FEFF}id: a\r\nsex: male\r\nnote: |\r\n  two\r\n  lines\r\n"
  let json = "\u{FEFF}{\"id\": \"a\",\r\n\"sex\": \"male\", \"note\": \"two\\nlines\"}\r\n"
  let subjects =
    try read(.yaml, yaml) + read(.json, json) + read(.ndjson, json.replacing("\r\n\"sex\"", with: "\"sex\""))
  for (subject, problems) in subjects {
    #expect(problems.isEmpty && subject.sex == .male && subject.note == "two\nlines", "\(problems.kept)")
  }
}
