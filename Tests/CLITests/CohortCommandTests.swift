import Foundation
import Testing

@testable import CLI

@Test func `a named cohort is asked again by its name, alone and with more criteria`() throws {
  let psoas = try CommandLine(seeded: true)
  let saved = psoas.run("cohort", "save", "alk", "--primary-site", "lung", "--driver-gene", "ALK", "--note", "a review")
  #expect(saved.code == 0 && saved.output == "alk\n" && saved.errors.hasPrefix("1 patient, 2 reports; 1 more"))
  #expect(psoas.run("query --cohort alk").output.caseIDs == ["kodama2024-1"])
  #expect(psoas.run("query --cohort alk --sex male").output.caseIDs == [])
  #expect(psoas.run("query --cohort alk --sex female --sex male").output.caseIDs == ["kodama2024-1"])
  let list = psoas.run("cohort list --format json").output
  #expect(list.contains(#""criteria": "--primary-site lung --driver-gene ALK""#) && list.contains("a review"))
  #expect(psoas.run("export", "--cohort", "alk", "--output", psoas.path("alk.csv")).code == 0)
  #expect(psoas.run("verify").code == 0)
}

@Test func `a cohort keeps every kind of criterion, and a cohort within a cohort`() throws {
  let psoas = try CommandLine(seeded: true)
  let words = ["--age", "40..", "--therapy", "ALK inhibitor", "--not", "sex=male", "--possibly", "--text", "it's 5%"]
  #expect(psoas.run(["cohort", "save", "outer"] + words).code == 0)
  #expect(psoas.run("cohort save inner --cohort outer --age ..50").code == 0)
  let shown = psoas.run("cohort show inner").output
  let outer = #"--age 40.. --therapy 'ALK inhibitor' --text 'it'\''s 5%' --not sex=male --possibly"#
  #expect(shown.hasPrefix(outer + " and --age ..50\n"), "\(shown)")
  #expect(psoas.run("cohort delete outer").code == 0)
  #expect(psoas.run("query --cohort inner").code == 0)
}

@Test func `a name that is taken, unknown or no name is told kindly`() throws {
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("cohort save lung --primary-site lung").code == 0)
  #expect(psoas.run("cohort save lung --primary-site lung").code == 0)
  let taken = psoas.run("cohort save lung --sex male")
  #expect(taken.code == 64 && taken.errors.contains("--replace"))
  #expect(psoas.run("cohort save lung --sex male --replace").code == 0)
  #expect(psoas.run("query --cohort lung").output.caseIDs == ["kodama2024-2"])
  let unknown = psoas.run("query --cohort lnug")
  #expect(unknown.code == 66 && unknown.errors.contains("did you mean lung?"))
  #expect(psoas.run("cohort delete lnug").code == 66)
  #expect(psoas.run("cohort", "save", "two words", "--sex", "male").code == 64)
  #expect(psoas.run("cohort save everybody").code == 64)
  #expect(psoas.run("cohort", "save", "lines", "--therapy", "a\nb").code == 64)
  #expect(psoas.run("cohort save hidden --status withdrawn").code == 0)
  #expect(psoas.run("cohort show hidden").output.contains("\nno case told twice "))
  #expect(psoas.run("query --cohort lung --cohort lung").code == 64)
}

@Test func `an attrition tells what each criterion leaves, and of whom it is not known`() throws {
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("add --id synthetic-1 --sex male --note synthetic").code == 0)
  #expect(psoas.run("add --id synthetic-2 --sex male --note synthetic").code == 0)
  #expect(psoas.run("withdraw synthetic-2").code == 0)
  let question = "query --primary-site lung --driver-gene MET --driver-role driver --not sex=male --attrition --format "
  #expect(
    psoas.run(question + "csv").output == """
      criterion,patients,reports,left_out,unknown\r
      recorded,4,3,0,0\r
      "not withdrawn, no case told twice",3,3,1,0\r
      primary-site lung,2,3,1,1\r
      driver-gene MET,1,2,1,1\r
      driver-role driver,0,0,1,0\r
      not sex male,0,0,0,0\r

      """)
  let chart = psoas.run(question + "svg").output
  #expect(chart.hasPrefix("<svg ") && chart.contains("driver-role driver") && chart.contains("0 patients, 0 reports"))
  #expect(psoas.run("query --format svg").code == 64)
  #expect(psoas.run("query --attrition --limit 3").code == 64)
}
