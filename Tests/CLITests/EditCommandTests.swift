import Testing

@testable import CLI

@Test func `a field is set and emptied, a row taken away, and rows are added`() throws {
  let psoas = try CommandLine(seeded: true)
  let outcome = psoas.run([
    "edit", "kodama2024-2", "--reason", "test", "--set", "lesions/L5/muscle=psoas_major", "--set", "sex=other",
    "--unset", "cases/cause_of_death", "--remove", "therapies/T4", "--lesion", "muscle=iliacus,laterality=right",
    "--observation", "lesion_id=L5,observed_date=2021-09,presence=absent", "--case",
    "note=\"a, b\",consent_by=guardian",
    "--gene", "molecular_test_id=M1,gene=ALK,status=negative", "--staging", "system=TNM,t=4",
  ])
  #expect(outcome.code == 0 && outcome.output == "updated kodama2024-2\n", "\(outcome)")
  #expect(outcome.errors.split(separator: "\n").allSatisfy { $0.contains("PV-02") }, "\(outcome.errors)")
  let file = psoas.run("show kodama2024-2 --format yaml").output
  for part in [
    "muscle: psoas_major", "sex: other", "id: L6", "muscle: iliacus", "id: O9", "presence: absent", "note: a, b",
    "consent_by: guardian", "gene: ALK", "id: S2",
  ] { #expect(file.contains(part), "\(part) in\n\(file)") }
  #expect(!file.contains("furosemide") && !file.contains("\ncause_of_death:"))
  #expect(!file.contains("therapies/T4"), "a remark stays on a row that is gone")
  let history = psoas.run("history kodama2024-2 --format ndjson").output
  #expect(history.contains(#""path": "therapies/T4/agent", "old": "furosemide", "new": null"#))
  #expect(psoas.run("verify").code == 0)
}

@Test func `an edit that changes nothing leaves no trace`() throws {
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("edit kodama2024-2 --set cases/sex=male").output == "unchanged kodama2024-2\n")
  #expect(psoas.run("history kodama2024-2 --format ndjson").output.contains("\"update\"") == false)
}

@Test(arguments: [
  ("--set lesions/L9/muscle=psoas", "L5"), ("--set lesions/L5/muscel=psoas", "muscle"),
  ("--set lesion/L5/x=1", "lesions"),
  ("--set lesions/L5/muscle=psoass", "psoas"), ("--set sex", "PATH=VALUE"), ("--set sex=", "--unset sex"),
  ("--set lesions/L5/id=L6", "anew"), ("--set therapies/T5/position=1", "anew"), ("--unset lesions/L5", "names a row"),
  ("--remove lesions/L5/muscle", "names no row"), ("--remove lesions/L9", "L5"), ("--remove cases/sex", "names no row"),
  ("--remove lesions/L5", "L5"), ("--observation observed_date=2021", "L1"),
  ("--observation lesion_id=L9,presence=absent", "L9"), ("--set death_date=E7+1mo", "E7"), ("--sexx male", "sexx"),
  ("", "nothing to change"),
])
func `an edit that does not fit is refused with the mend, and nothing is changed`(options: String, mend: String) throws
{
  let psoas = try CommandLine(seeded: true)
  let before = psoas.run("show kodama2024-2 --format yaml").output
  let outcome = psoas.run("edit kodama2024-2 " + options)
  #expect(outcome.code == 64 && outcome.errors.contains(mend), "\(options): \(outcome.errors)")
  #expect(psoas.run("show kodama2024-2 --format yaml").output == before)
}

@Test func `a case that does not exist cannot be edited, hidden or brought back`() throws {
  let psoas = try CommandLine(seeded: true)
  for line in ["edit kodama2024-3 --set sex=male", "withdraw kodama2024-3", "reinstate kodama2024-3"] {
    let outcome = psoas.run(line)
    #expect(outcome.code == 66 && outcome.errors.contains("kodama2024-"), "\(outcome)")
  }
}

@Test func `a withdrawn case is hidden and kept, and comes back as it was`() throws {
  let psoas = try CommandLine(seeded: true)
  let before = psoas.run("show kodama2024-1 --format yaml").output
  #expect(psoas.run(["withdraw", "kodama2024-1", "--reason", "retracted"]).output == "withdrew kodama2024-1\n")
  #expect(psoas.run("query").output.caseIDs == ["kodama2024-2"])
  #expect(psoas.run("query --status withdrawn").output.caseIDs == ["kodama2024-1"])
  #expect(psoas.run("show kodama2024-1").code == 0)
  #expect(psoas.run(["withdraw", "kodama2024-1", "--reason", "x"]).output.hasPrefix("unchanged"))
  #expect(psoas.run(["reinstate", "kodama2024-1", "--reason", "back"]).output == "reinstated kodama2024-1\n")
  #expect(psoas.run("show kodama2024-1 --format yaml").output == before)
  #expect(psoas.run("query").output.caseIDs == ["kodama2024-1", "kodama2024-2"])
  let history = psoas.run("history kodama2024-1").output
  #expect(history.contains("withdraw") && history.contains("retracted") && history.contains("reinstate"))
}

@Test func `a change without a reason is kept, and a reason asked for`() throws {
  let psoas = try CommandLine(seeded: true)
  let outcome = psoas.run("edit kodama2024-1 --set sex=other")
  #expect(outcome.code == 0 && outcome.errors.contains("--reason"))
}

@Test func `add takes what edit takes for new rows, also inside the rows it adds`() throws {
  let psoas = try CommandLine(seeded: false)
  let outcome = psoas.run([
    "add", "--id", "synthetic-1", "--case", "sex=male,status=draft", "--tumour", "site=C61.9,size=12x8mm", "--staging",
    "system=TNM,t=2", "--lesion", "muscle=psoas", "--lesion", "region=pelvis", "--observation",
    "lesion_id=L2,presence=absent",
  ])
  #expect(outcome.code == 0, "\(outcome.errors)")
  let file = psoas.run("show synthetic-1 --format yaml").output
  for part in ["status: draft", "size2_mm: 8", "t: \"2\"", "presence: absent"] {
    #expect(file.contains(part), "\(file)")
  }
  #expect(psoas.run("add --id synthetic-2 --observation presence=absent").errors.contains("add one first"))
}
