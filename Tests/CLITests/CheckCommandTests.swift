import TestSupport
import Testing

@testable import CLI

/// A case with one planted fault, and what the refusal must say: both values, and what to do.
@Test(arguments: [
  ("--sex female --primary-site prostate", ["ID-05", "female", "C61.9 prostate", "--as-reported"]),
  ("--measurement code=ecog,value=7", ["FU-06", "7", "0 to 5"]),
  (
    "--therapy category=radiotherapy,delivered_gy=50,delivered_fractions=25,dose=3,dose_unit=Gy,dose_per=dose",
    ["TX-06", "50 Gy in 25 fractions", "2 Gy", "3 Gy", "75 Gy"]
  ),
  (
    "--therapy category=opioid,start_date=2020-05-02,end_date=2020-04",
    ["TX-01", "2020-05-02", "2020-04", "check both dates"]
  ),
  ("--vital-status alive --death-date 2020", ["FU-01", "alive", "2020"]),
  ("--lesion muscle=psoas,laterality=left --episode side=right", ["MP-02", "left", "right"]),
])
func `a planted fault is refused with both values and what to do, and stored only as reported`(
  options: String, words: [String]
) throws {
  let psoas = try CommandLine(seeded: false)
  let add = "add --id synthetic-1 --note synthetic " + options
  let refused = psoas.run(add)
  #expect(refused.code == 65, "\(refused.errors)")
  for word in words { #expect(refused.errors.contains(word), "\(word) in \(refused.errors)") }
  #expect(psoas.run("query").output.caseIDs == [])
  #expect(psoas.run(add + " --as-reported").code == 64)
  #expect(psoas.run(add + " --as-reported --reason published").code == 0)
  #expect(psoas.run("check --severity error").code == 0)
  let overridden = psoas.run("check --overridden --format csv").output
  #expect(overridden.contains("\(words[0]),error,") && overridden.contains(",published,tester,20"), "\(overridden)")
  #expect(psoas.run("verify").code == 0)
}

@Test func `an override is a decision with a reason, and lapses with a field that it was about`() throws {
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("check", "kodama2024-1", "--override", "ST-03").code == 64)
  let outcome = psoas.run("check", "kodama2024-1", "--override", "ST-03", "--reason", "as published")
  #expect(outcome.code == 0 && outcome.errors.contains("3 findings"), "\(outcome.errors)")
  #expect(!psoas.run("check kodama2024-1").output.contains("ST-03"))
  #expect(psoas.run("check kodama2024-1 --overridden").output.contains("as published"))
  let other = psoas.run("edit kodama2024-1 --set cases/note=x --reason test")
  #expect(other.code == 0 && !other.errors.contains("lapsed"))
  let edited = psoas.run("edit kodama2024-1 --set stagings/S1/t=1a --reason test")
  #expect(edited.code == 0 && edited.errors.contains("the override of ST-03 lapsed"), "\(edited.errors)")
  #expect(psoas.run("check kodama2024-1 --severity warning").output.contains("T1a is stated"))
  #expect(psoas.run("check kodama2024-1 --overridden --format csv").output.contains("stagings/S1/n"))
  #expect(psoas.run("check", "kodama2024-1", "--override", "ST-99", "--reason", "x").errors.contains("ST-"))
}

@Test func `a file that comes in again leaves what a curator let stand`() throws {
  let psoas = try CommandLine(seeded: false)
  let text = "id: synthetic-1\nnote: synthetic\nvital_status: alive\ndeath_date: 2020\n"
  let file = try psoas.file("a.yaml", text)
  #expect(psoas.run("import", file).code == 65)
  #expect(psoas.run("import", file, "--as-reported", "--reason", "published").code == 0)
  #expect(psoas.run("import", file).output == "unchanged synthetic-1\n1 unchanged\n")
  let other = try psoas.file("a.yaml", text + "smoking: never\n")
  #expect(psoas.run("import", other, "--reason", "read again").code == 0)
  #expect(psoas.run("check --overridden").output.contains("published"))
  let changed = try psoas.file("a.yaml", text.replacing("2020", with: "2021"))
  #expect(psoas.run("import", changed).code == 65)
  #expect(psoas.run("edit synthetic-1 --remove annotations/N1 --reason test").code == 65)
}

@Test func `what lets a date in the future, or an id in other letters, stand is kept as well`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("add --id synthetic-1 --note synthetic").code == 0)
  let file = try psoas.file("a.yaml", "id: Synthetic-1\nnote: synthetic\npresented_date: 2190\n")
  let refused = psoas.run("import", file)
  #expect(refused.code == 65 && refused.errors.contains("ID-01") && refused.errors.contains("in the future"))
  #expect(psoas.run("import", file, "--as-reported", "--reason", "a trial").code == 0)
  #expect(psoas.run("import", file).output == "unchanged Synthetic-1\n1 unchanged\n")
}

@Test func `a case is called complete only when nothing is missing`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("add --id synthetic-1 --note synthetic --vital-status dead").code == 0)
  let refused = psoas.run("edit synthetic-1 --set status=complete --reason done")
  #expect(
    refused.code == 65 && refused.errors.contains("so the case is not complete") && refused.errors.contains("FU-01"))
  let file = try psoas.file("a.yaml", "id: synthetic-2\nnote: synthetic\nstatus: complete\n")
  let imported = psoas.run("import", file)
  #expect(imported.code == 0 && imported.errors.contains("so the case is not complete"))
}

@Test func `every check answers for every case, and the list of the checks comes in every format`() throws {
  let psoas = try CommandLine(seeded: true)
  let all = psoas.run("check kodama2024-2 --all --format csv").output
  _ = psoas.run("add --id synthetic-1 --note synthetic")
  #expect(psoas.run("check synthetic-1 --all --format csv").output.contains("ID-04,cannot_evaluate,,,no age is told"))
  for word in ["ID-01,pass", "ST-03,fail", ",not_applicable,"] {
    #expect(all.contains(word), "\(word)")
  }
  for format in ["table", "json", "ndjson", "csv", "markdown"] {
    #expect(psoas.run("check", "--list", "--format", format).output.contains("PV-07"))
  }
  #expect(psoas.run("check kodama2024-3").code == 66)
}
