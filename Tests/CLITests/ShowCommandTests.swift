import TestSupport
import Testing

@testable import CLI

@Test(arguments: ["kodama2024-1", "kodama2024-2"])
func `the reference summary of a published case is what the program shows`(id: String) throws {
  let psoas = try CommandLine(seeded: true)
  try Golden.check("Tests/Fixtures/summaries/\(id).txt", says: psoas.run("show", id).output)
}

@Test func `the summary has its sections in a fixed order, however little is known`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("add", "--id", "a", "--note", "synthetic").code == 0)
  let sections = psoas.run("show", "a").output.split(separator: "\n").filter { $0 == $0.uppercased() }
  #expect(
    sections == [
      "WHO", "CANCER", "GENES", "LESIONS OVER TIME", "THE SYNDROME AND ITS CRITERIA", "TREATMENT",
      "RESPONSE PER LESION",
      "PAIN AND PERFORMANCE", "OUTCOME", "SOURCES", "DISCREPANCIES", "WHAT IS NOT REPORTED",
    ])
}

@Test func `a fact is explained by its formula and by the values that it needs, and no other`() throws {
  let psoas = try CommandLine(seeded: true)
  let dose = psoas.run("show", "kodama2024-2", "--explain", "psoas_rt_bed10_gy").output
  for part in ["psoas_rt_bed10_gy = 60 Gy", "D(1 + d/10)", "therapies/T5/delivered_gy", "50  [kodama2024 2.2]"] {
    #expect(dose.contains(part), "\(part) in\n\(dose)")
  }
  #expect(!dose.contains("T6") && !dose.contains("measurements") && !dose.contains("start_date"))
  let death = psoas.run("show", "kodama2024-1", "--explain", "onset_to_death_days_max").output
  #expect(death.contains("T1.start+10mo (2019-11-17 to 2020-02-14)") && death.contains("therapies/T1/start_date"))
  let empty = psoas.run("show", "kodama2024-1", "--explain", "ome_calculated").output
  #expect(empty.contains("ome_calculated is empty: route_not_reported") && empty.contains("therapies/T3/dose"))
  #expect(psoas.run("show", "kodama2024-1", "--explain", "dvt").output.contains("Nothing in the case tells it"))
  let json = psoas.run("show kodama2024-2 --explain pd_l1_tps --format json").output
  #expect(json.contains("\"value\": 95") && json.contains("measurements/V9/value"))
  let refused = psoas.run("show kodama2024-2 --explain psoas_rt_bed")
  #expect(refused.code == 64 && refused.errors.contains("psoas_rt_bed10_gy"))
}
