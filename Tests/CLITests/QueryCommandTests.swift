import Testing

@testable import CLI

@Test(arguments: [
  ("--primary-site lung", ["kodama2024-1", "kodama2024-2"]),
  ("--primary-site C34.1", ["kodama2024-2"]),
  ("--primary-site C34", ["kodama2024-1", "kodama2024-2"]),
  ("--primary-site bladder", []),
  ("--driver-gene ALK", ["kodama2024-1"]),
  ("--driver-gene alk", ["kodama2024-1"]),
  ("--driver-gene EML4", ["kodama2024-1"]),
  ("--driver-gene EML4::ALK", ["kodama2024-1"]),
  ("--driver-gene EML4-ALK", ["kodama2024-1"]),
  ("--driver-gene MET", ["kodama2024-1"]),
  ("--driver-gene MET --driver-role resistance", ["kodama2024-1"]),
  ("--driver-gene ALK --driver-role resistance", []),
  ("--driver-role resistance", ["kodama2024-1"]),
  ("--driver-gene EGFR", []),
  ("--driver-gene any", ["kodama2024-1"]),
  ("--driver-gene none", ["kodama2024-2"]),
  ("--driver-gene unknown", []),
  ("--driver-gene none --driver-gene MET", ["kodama2024-1", "kodama2024-2"]),
  ("--gene-status EGFR=not_reported", ["kodama2024-1", "kodama2024-2"]),
  ("--gene-status ALK=positive", ["kodama2024-1"]),
  ("--gene-status ALK=negative", []),
  ("--sex female", ["kodama2024-1"]),
  ("--age 60..69", ["kodama2024-2"]),
  ("--age ..50", ["kodama2024-1"]),
  ("--vital-status dead", ["kodama2024-1", "kodama2024-2"]),
  ("--vital-status alive", []),
  ("--status complete", ["kodama2024-1", "kodama2024-2"]),
  ("--status withdrawn", []),
  ("--case kodama2024-2", ["kodama2024-2"]),
  ("--primary-site lung --sex male", ["kodama2024-2"]),
])
func `a question finds exactly the published cases it describes`(question: String, expected: [String]) throws {
  let psoas = try CommandLine(seeded: true)
  let outcome = psoas.run("query " + question)
  #expect(outcome.code == 0)
  #expect(outcome.output.caseIDs == expected, "\(question)\n\(outcome.output)")
}

@Test func `a listing says how many patients and reports it holds, and how many an unknown keeps out`() throws {
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("query --primary-site lung").errors == "2 patients, 3 reports\n")
  #expect(psoas.run("query --driver-gene EGFR").errors.contains("2 more were left out"))
}

@Test(arguments: [
  "--primary-site lnug", "--driver-gene XYZ9", "--driver-role bypass", "--gene-status EGFR", "--sex woman",
  "--age old", "--age 70..60", "--columns case_idd", "--sort nothing", "--limit -1", "--format xml", "--sexx male",
])
func `an option that does not fit is usage, told in words`(option: String) throws {
  let outcome = try CommandLine(seeded: false).run("query " + option)
  #expect(outcome.code == 64)
  #expect(outcome.output.isEmpty && outcome.errors.hasPrefix("psoas: "))
}

@Test func `every criterion has its option`() throws {
  let help = try CommandLine().run("query --help").output
  for key in CaseCriterionKeys.all { #expect(help.contains("--\(key) "), "\(key)") }
}
