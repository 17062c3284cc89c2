import Testing

@testable import CLI

@Test func `a data package names its cohort, criteria, registry and size, and is the same to the byte when repeated`()
  throws
{
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("cohort save lung --primary-site lung").code == 0)
  for (profile, tables) in [("shared", false), ("full", true)] {
    var texts: [String] = []
    for round in ["a", "b"] {
      let directory = psoas.path("\(profile)-\(round)")
      let options = ["--format", "datapackage", "--cohort", "lung", "--profile", profile, "--output", directory]
      #expect(psoas.run(["export"] + options).code == 0)
      texts.append(try psoas.text("\(profile)-\(round)/datapackage.json"))
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains(#""name": "lung""#) == tables, "the name that somebody gave leaves only as full")
    #expect(texts[0].contains(#""criteria": "--primary-site lung""#))
    #expect(texts[0].contains(#""patients": "2""#) && texts[0].contains(#""reports": "3""#))
    #expect(texts[0].contains("lesion_observations") == tables && texts[0].contains("10.1002/ccr3.8368") == tables)
  }
  let dictionary = try psoas.text("shared-a/dictionary.csv")
  #expect(dictionary.contains("case_facts,age_min,") && !dictionary.contains("onset_date"))
}
