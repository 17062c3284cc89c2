import Foundation
import TestSupport
import Testing

@testable import CLI

@Test func `every case file in valid comes in, comes back to the byte, and verifies`() throws {
  for file in try Samples.fixtures("valid") {
    let (here, there) = (try CommandLine(seeded: false), try CommandLine(seeded: false))
    let imported = here.run("import", file.path)
    #expect(imported.code == 0, "\(file.lastPathComponent): \(imported.errors)")
    let id = String(imported.output.dropFirst("created ".count).prefix { $0 != "\n" })
    for format in ["yaml", "json"] {
      let shown = here.run("show", id, "--format", format).output
      #expect(there.run("import", try there.file("case.\(format)", shown)).code == 0)
      #expect(there.run("show", id, "--format", format).output == shown, "\(file.lastPathComponent)")
    }
    #expect(here.run("verify").code == 0, "\(file.lastPathComponent)")
  }
}

@Test func `every case file in refused is refused with its name and a mend, and leaves nothing`() throws {
  let psoas = try CommandLine(seeded: false)
  for file in try Samples.fixtures("refused") {
    let outcome = psoas.run("import", file.path)
    #expect(outcome.code == 65 && outcome.errors.contains(file.lastPathComponent), "\(file.lastPathComponent)")
    #expect(outcome.errors.contains(";"), "\(outcome.errors)")
  }
  #expect(psoas.run("query").output.caseIDs == [])
}
