import Foundation
import Testing

@testable import CLI

private let example = """
  psoas_case: 1
  id: kodama2024-2
  sex: male
  age_min: 65
  age_max: 65
  age_at: presentation
  ascertainment: literature
  pack_years: 40
  vital_status: dead
  death_date: E1+6mo
  sources:
    - {id: kodama2024, kind: case_report, access: full_text, doi: 10.1002/ccr3.8368, label: Case 2, role: primary, year: 2024}
  primary_tumours:
    - id: P1
      site: C34.1
      laterality: right
      histology: 8140/3
      grade: 3
      diagnosed_date: 2021-03-16
      basis: histology
      stagings: [{system: TNM, basis: p, t: "4", n: "3", m: "1c", stage_group: IVB}]
  molecular_tests:
    - {id: M1, scope: unspecified, outcome: no_driver_detected, method: not_reported}
  lesions:
    - {id: L1, kind: metastasis, muscle: iliopsoas, laterality: right, first_seen_date: 2021-04-12, confirmation: imaging_only}
  mps_episodes:
    - {id: E1, side: right, onset_date: 2021-04-07, fixed_hip_flexion: present, imaging_involvement: present, pathology_involvement: not_done}
  therapies:
    - {id: T1, category: radiotherapy, indication: mps_pain, intent: palliative, delivered_gy: 50, delivered_fractions: 25, start_date: 2021-04-12, end_date: 2021-05-20, targets: [L1]}
  annotations:
    - {about: therapies/T1/technique, kind: absent, reason: not_reported}
  """

@Test func `a case file imports, and importing it twice changes nothing`() throws {
  let psoas = try CommandLine(seeded: false)
  let file = try psoas.file("example.yaml", example)
  #expect(psoas.run("import", file).output == "created kodama2024-2\n1 created\n")
  #expect(psoas.run("import", file).output == "unchanged kodama2024-2\n1 unchanged\n")
  let facts = psoas.run("query --format json --columns psoas_rt,psoas_rt_bed10_gy,mps_certainty").output
  #expect(facts.contains(#"{"psoas_rt": "yes", "psoas_rt_bed10_gy": 60, "mps_certainty": "probable"}"#), "\(facts)")
}

@Test(arguments: ["yaml", "json"])
func `a case shown as a file and imported elsewhere is the same case, to the byte`(format: String) throws {
  let here = try CommandLine(seeded: true)
  let there = try CommandLine(seeded: false)
  for id in ["kodama2024-1", "kodama2024-2"] {
    let shown = here.run("show", id, "--format", format).output
    #expect(there.run("import", try there.file("\(id).\(format)", shown)).code == 0)
    #expect(there.run("show", id, "--format", format).output == shown)
  }
}

@Test func `the example of add does what it says`() throws {
  let psoas = try CommandLine(seeded: true)
  let added = psoas.run([
    "add", "--id", "example2020-1", "--sex", "female", "--age", "58", "--primary-site", "bladder", "--histology",
    "8120/3",
    "--driver-gene", "FGFR3", "--lesion", "muscle=iliopsoas,laterality=left,size=42x37x44mm,first_seen_date=2020-03",
    "--episode", "side=left,onset_date=2020-04~,fixed_hip_flexion=present,imaging_involvement=present",
    "--therapy", "category=radiotherapy,delivered_gy=30,delivered_fractions=10,indication=mps_pain",
    "--source", "doi=10.1000/example,label=Case 1",
  ])
  #expect(added.code == 0 && added.output == "example2020-1\n" && added.errors == "", "\(added)")
  let file = psoas.run("show example2020-1 --format yaml").output
  for part in [
    "age_min: 58", "age_at: report", "site: C67.9", "site_text: bladder", "gene: FGFR3", "status: positive",
    "observed_date: 2020-03", "size3_mm: 44", "presence: present", "onset_date: 2020-04~", "id: 10.1000-example",
    "label: Case 1",
  ] { #expect(file.contains(part), "\(part) in\n\(file)") }
  #expect(psoas.run("query --driver-gene FGFR3").output.caseIDs == ["example2020-1"])
  #expect(
    psoas.run("query --primary-site bladder --columns case_id,psoas_rt,psoas_size_max_mm,psoas_rt_eqd2_10_gy").output
      .contains("44"))
  #expect(psoas.run("add --id example2020-1 --sex male").code == 65)
}

@Test(arguments: [
  (["--sex", "femal"], "female"), (["--age", "old"], "lowest..highest"), (["--primary-site", "lnug"], "lung"),
  (["--driver-gene", "EGRF"], "EGFR"), (["--driver-gene", "ALK", "--no-driver-detected"], "contradicts"),
  (["--lesion", "muscel=psoas"], "muscle"), (["--lesion", "psoas"], "field=value"),
  (["--lesion", "size=big"], "42x37x44mm"),
  (["--therapy", "category=radiotherapy,targets=L9"], "L9"), (["--death-date", "2021-02-30"], "28 days"),
  (["--source", "doi=10.1000/x,label=\"a"], "closed"), (["--sex", "male", "--id", "a b"], "kodama2024-1"),
])
func `an option of add that does not fit is refused with the mend, and nothing is stored`(
  options: [String], mend: String
) throws {
  let psoas = try CommandLine(seeded: false)
  let outcome = psoas.run(["add"] + (options.contains("--id") ? [] : ["--id", "a"]) + options)
  #expect(outcome.code == 64 && outcome.errors.contains(mend), "\(outcome.errors)")
  #expect(psoas.run("query").output.caseIDs == [])
}

@Test(arguments: [
  ("id: a\nprimary: []\n", "primary_tumours"), ("id: a\ndeath_date: 2021-02-30\n", "line 2: a: cases/death_date"),
  ("id: a\n sex: male", "not YAML"), ("id: a\nprimary_tumours: [{site: lnug}]", "lung"),
  ("id: a\nmolecular_tests: [{driver_genes: [{gene: ALKK}]}]", "did you mean ALK"), ("", "no case"),
  ("- {id: a}\n- {id: a}\n", "twice in this file"), ("- {id: b}\n- {id: a, sexx: male}\n", "a: cases/sexx"),
])
func `a file that is wrong is refused whole, with place and mend`(text: String, told: String) throws {
  let psoas = try CommandLine(seeded: false)
  let good = try psoas.file("good.yaml", "id: good\n")
  let outcome = psoas.run("import", good, try psoas.file("bad.yaml", text))
  #expect(
    outcome.code == 65 && outcome.errors.contains("bad.yaml: ") && outcome.errors.contains(told), "\(outcome.errors)")
  #expect(psoas.run("query").output.caseIDs == [])
}

@Test func `what is missing is named with the command that makes it`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("import", psoas.path("none.yaml")).code == 66)
  #expect(psoas.run("import", try psoas.file("case.txt", "x")).code == 64)
  let shown = psoas.run("show kodama")
  #expect(shown.code == 66 && shown.errors.contains("empty"))
  let nowhere = psoas.run("query", "--registry", psoas.path("none.sqlite"))
  #expect(nowhere.code == 66 && nowhere.errors.contains("psoas init"))
  #expect(psoas.run("init").code == 73)
  let directory = psoas.run("query", "--registry", psoas.directory)
  #expect(directory.code == 66 && directory.errors.contains("is a directory"))
  let command = psoas.run("querry")
  #expect(command.code == 64 && command.errors.contains("did you mean query?"))
  let text = try psoas.file("text.sqlite", String(repeating: "no registry ", count: 100))
  #expect(psoas.run("query", "--registry", text).code == 74)
}

@Test func `the registry may be named before or after the command`() throws {
  let psoas = try CommandLine()
  let path = psoas.path("other.sqlite")
  #expect(psoas.run("--registry", path, "init").output == path + "\n")
  #expect(psoas.run("query", "--registry", path).code == 0)
  #expect(psoas.run("--registry=\(path)", "query", "--sex", "male").code == 0)
  let added = psoas.run("--actor", "Dr C", "--registry", path, "add", "--id", "synthetic-1", "--sex", "male")
  #expect(added.code == 0, "\(added)")
  #expect(psoas.run("history", "synthetic-1", "--registry", path).output.contains("Dr C"))
  #expect(psoas.run("--registry").code == 64)
}

@Test func `a registry can be read by its owner alone`() throws {
  let psoas = try CommandLine(seeded: false)
  let rights = try FileManager.default.attributesOfItem(atPath: psoas.path("psoas.sqlite"))[.posixPermissions] as? Int
  #expect(rights == 0o600)
}

@Test func `an export repeated is the same to the byte, with a dictionary entry for every column`() throws {
  let psoas = try CommandLine(seeded: true)
  for name in ["a.csv", "b.csv"] {
    #expect(psoas.run("export", "--format", "csv", "--profile", "full", "--output", psoas.path(name)).code == 0)
  }
  let csv = try psoas.text("a.csv")
  #expect(try psoas.text("b.csv") == csv)
  let header = csv.prefix { $0 != "\r\n" }.split(separator: ",").map(String.init)
  let dictionary = psoas.run("dictionary --format csv").output
  for column in header {
    #expect(
      dictionary.contains("\ncase_facts,\(column),") || dictionary.contains("\r\ncase_facts,\(column),"), "\(column)")
  }
  #expect(header.first == "case_id" && csv.contains("EML4::ALK fusion"))
  #expect(psoas.run("export", "--format", "csv", "--profile", "full", "--output", psoas.path("no/c.csv")).code == 73)
}

@Test func `the demo does the main job in a directory of its own`() throws {
  let psoas = try CommandLine()
  let outcome = psoas.run("demo", "--output", psoas.path("demo"))
  #expect(outcome.code == 0 && outcome.output.contains("$ psoas query --driver-gene ALK"), "\(outcome)")
  #expect(try psoas.text("demo/cohort.csv").contains("synthetic-1"))
  #expect(psoas.run("demo", "--output", psoas.path("demo")).code == 73)
}
