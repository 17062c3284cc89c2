import ClinicalModel
import ClinicalRules
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
  ("--histology 8140", ["kodama2024-1", "kodama2024-2"]),
  ("--histology adenocarcinoma", ["kodama2024-1", "kodama2024-2"]),
  ("--stage IVA", ["kodama2024-1"]),
  ("--stage IV", ["kodama2024-1", "kodama2024-2"]),
  ("--alteration fusion", ["kodama2024-1"]),
  ("--driver-gene ALK --alteration amplification", []),
  ("--driver-gene MET --alteration amplification --driver-role resistance", ["kodama2024-1"]),
  ("--country jpn", ["kodama2024-1", "kodama2024-2"]),
  ("--mps-certainty probable", ["kodama2024-1", "kodama2024-2"]),
  ("--mps-side right", ["kodama2024-1", "kodama2024-2"]),
  ("--lesion-muscle psoas", ["kodama2024-1"]),
  ("--lesion-muscle iliopsoas", ["kodama2024-2"]),
  ("--lesion-muscle psoas --possibly", ["kodama2024-1", "kodama2024-2"]),
  ("--lesion-muscle psoas --lesion-laterality left", []),
  ("--synchrony metachronous", ["kodama2024-2"]),
  ("--finding hydronephrosis", []),
  ("--finding HP:0003419", ["kodama2024-1", "kodama2024-2"]),
  ("--therapy alectinib", ["kodama2024-1"]),
  ("--therapy Keytruda", ["kodama2024-2"]),
  ("--therapy carboplatin", []),
  (#"--therapy ALK_inhibitor --therapy pembrolizumab"#, ["kodama2024-1", "kodama2024-2"]),
  ("--therapy radiotherapy --radiotherapy-gy 45..55", ["kodama2024-2"]),
  ("--therapy radiotherapy --lesion-muscle psoas", ["kodama2024-1"]),
  ("--response PD --during alectinib --lesion-muscle psoas", ["kodama2024-1"]),
  ("--response CMR --during alectinib --lesion-muscle psoas", []),
  ("--response CMR --during alectinib", ["kodama2024-1"]),
  ("--response PR --during pembrolizumab", ["kodama2024-2"]),
  ("--during alectinib", ["kodama2024-1"]),
  ("--dissociated-response", ["kodama2024-1"]),
  ("--dissociated-response yes --sex male", []),
  ("--survival-days 0..200", ["kodama2024-2"]),
  ("--survival-days 0..200 --possibly", ["kodama2024-1", "kodama2024-2"]),
  ("--onset 2019..2020", ["kodama2024-1"]),
  ("--onset 2019-07", []),
  ("--onset 2019-07 --possibly", ["kodama2024-1"]),
  ("--source okazaki2023", ["kodama2024-1"]),
  ("--source 10.1002/ccr3.8368", ["kodama2024-1", "kodama2024-2"]),
  ("--ascertainment literature", ["kodama2024-1", "kodama2024-2"]),
  ("--text pleurisy", ["kodama2024-1"]),
  ("--text flare --text rechallenge", ["kodama2024-1", "kodama2024-2"]),
  ("--not sex=male", ["kodama2024-1"]),
  ("--primary-site lung --not driver-gene=ALK", ["kodama2024-2"]),
  ("--not driver-gene=EGFR", ["kodama2024-1", "kodama2024-2"]),
])
func `a question finds exactly the published cases it describes`(question: String, expected: [String]) throws {
  let psoas = try CommandLine.seed.get()
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
  "--histology adenocarcinom", "--stage V", "--alteration fussion", "--country JP", "--mps-certainty sure",
  "--onset E1+3mo", "--onset 2020..2019", "--lesion-muscle quadriceps", "--finding hydronefrosis", "--ecog 6",
  "--therapy alectinb", "--radiotherapy-gy 50..30", "--response progress", "--survival-days -5", "--source 10./x",
  "--text=", "--onset 2019..2020..2021", "--age 58.5", "--columns sex,sex", "--columns ,", "--not sex",
  "--not sexx=male", "--not during=alectinib", "--not sex=men",
])
func `an option that does not fit is usage, told in words`(option: String) throws {
  let outcome = try CommandLine(seeded: false).run("query " + option)
  #expect(outcome.code == 64)
  #expect(outcome.output.isEmpty && outcome.errors.hasPrefix("psoas: "))
}

@Test func `every criterion has its option`() throws {
  let help = try CommandLine().run("query --help").output
  for key in CaseCriterion.Key.allCases { #expect(help.contains("--\(key.rawValue) "), "\(key)") }
}
