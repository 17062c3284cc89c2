import Testing

@testable import CLI

@Test func `an evidence table tells a patient a row as reviews print it, de-identified unless one says otherwise`()
  throws
{
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("export", "--format", "evidence-table", "--output", psoas.path("e.md")).code == 0)
  let shared = try psoas.text("e.md")
  #expect(shared.hasPrefix("| Case | Age, sex | Primary tumour | Driver | Cause of MPS |"))
  #expect(shared.contains("| 45–49, female | lung, adenocarcinoma, IVA | EML4::ALK fusion |"))
  #expect(shared.contains("| given, dose not reported |") && shared.contains("| 50 / 25 |"))
  #expect(!shared.contains("kodama") && !shared.contains("JPN") && !shared.contains("C34"))
  #expect(psoas.run("export", "--format", "evidence-table", "--identified", "--output", psoas.path("e.csv")).code == 0)
  let full = try psoas.text("e.csv")
  #expect(full.hasPrefix("Case,Study,\"Age, sex\",Country,"))
  #expect(full.contains("kodama2024-1,Kodama et al. 2024; Okazaki et al. 2023,\"46, female\""))
  #expect(full.contains("kodama2024-2,Kodama et al. 2024,\"65, male\",JPN,"))
  #expect(full.contains(",167–198") && full.split(separator: "\r\n").count == 3)
}

@Test func `an age that is top-coded stays open in an evidence table, and text from outside is disarmed`() throws {
  let psoas = try CommandLine(seeded: false)
  #expect(psoas.run("add", "--id", "synthetic-1", "--age", "97", "--case", "note=synthetic").code == 0)
  #expect(
    psoas.run("edit", "synthetic-1", "--therapy", "category=systemic,agent==cmd()", "--reason", "synthetic").code == 0)
  #expect(psoas.run("export", "--format", "evidence-table", "--output", psoas.path("e.csv")).code == 0)
  let text = try psoas.text("e.csv")
  #expect(text.contains(",≥ 90,") && text.contains(",other,") && !text.contains("cmd"), "\(text)")
  #expect(psoas.run("export", "--format", "evidence-table", "--identified", "--output", psoas.path("f.csv")).code == 0)
  #expect(try psoas.text("f.csv").contains(",'=cmd(),"))
}
