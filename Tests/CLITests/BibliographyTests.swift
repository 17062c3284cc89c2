import Testing

@testable import CLI

@Test func `the publications of a cohort leave for a reference manager, each once`() throws {
  let psoas = try CommandLine(seeded: true)
  func file(_ format: String, _ options: String...) throws -> String {
    let outcome = psoas.run(["export", "--format", format, "--output", psoas.path("refs")] + options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try psoas.text("refs")
  }
  let bibtex = try file("bibtex")
  #expect(bibtex.contains("@article{okazaki2023,\n  author = {Okazaki, T and others},\n"))
  #expect(bibtex.contains("  volume = {15},\n  number = {10},\n"))
  #expect(bibtex.split(separator: "@article").count == 2)
  #expect(try file("bibtex") == bibtex)
  #expect(!(try file("bibtex", "--sex", "male")).contains("okazaki"))
  #expect(try file("ris").contains("ID  - okazaki2023\r\nAU  - Okazaki, T\r\n"))
  #expect(try file("csl-json").contains(#""DOI": "10.7759/cureus.46339""#))
}

@Test func `what only a hospital can look up is in no list of publications, and signs of TeX mean nothing`() throws {
  let psoas = try CommandLine(seeded: false)
  let cases = """
    - {id: synthetic-1, note: synthetic, sources: [{id: chart, kind: chart, title: synthetic chart}]}
    - {id: synthetic-2, note: synthetic, sources: [{id: paper, title: "50% {of} A_b & c", authors: "Müller, Eva; WHO"}]}
    - {id: synthetic-3, note: synthetic, sources: [{id: cited, title: synthetic, role: cites_only}]}
    """
  #expect(psoas.run("import", try psoas.file("a.yaml", cases)).code == 0)
  #expect(psoas.run("export", "--format", "bibtex", "--output", psoas.path("a.bib")).code == 0)
  let text = try psoas.text("a.bib")
  #expect(!text.contains("chart") && !text.contains("cited"))
  #expect(text.contains(#"title = {{50\% \{of\} A\_b \& c}}"#) && text.contains("author = {Müller, Eva and {WHO}}"))
  #expect(psoas.run("export", "--format", "ris", "--columns", "sex", "--output", psoas.path("b")).code == 64)
}
