import ArgumentParser
import ClinicalModel
import ClinicalRules
import Foundation
import TestSupport
import Testing

@testable import CLI

/// What `--during` and `--after` say the time of.
private func timed(by key: CaseCriterion.Key) -> [String] {
  switch key {
  case .during: ["--response", "PD"]
  case .after: ["--response", "improved"]
  case _: []
  }
}

private func options(of key: CaseCriterion.Key) -> [String] {
  timed(by: key) + ["--\(key.rawValue)", CriterionSample.of(key).example]
}

@Test(arguments: CaseCriterion.Key.allCases)
func `every command that reads a cohort asks what its options say`(key: CaseCriterion.Key) throws {
  let told = options(of: key)
  let asked = try stride(from: 0, to: told.count, by: 2).map { place in
    try CaseCriterion(parsing: "\(told[place].dropFirst(2))=\(told[place + 1])")
  }
  #expect(Set(try QueryCommand.parse(told).cohort.criteria) == Set(asked))
  #expect(Set(try ExportCommand.parse(told + ["--output", "x"]).cohort.criteria) == Set(asked))
  #expect(Set(try CohortCommand.Save.parse(["x"] + told).cohort.criteria) == Set(asked))
  let excluded = try CaseCriterion(parsing: "\(key.rawValue)=\(CriterionSample.of(key).example)")
  if key != .during, key != .after {
    #expect(try QueryCommand.parse(["--not", excluded.text]).cohort.not == [excluded])
  }
}

@Test func `every criterion finds some of the cases and leaves out others`() throws {
  let psoas = try CommandLine(seeded: true)
  for file in try Samples.fixtures("valid") where file.pathExtension == "yaml" {
    _ = psoas.run(["import", file.path, "--on-existing", "skip"])
  }
  func count(_ arguments: [String]) -> Int {
    let outcome = psoas.run(["query", "--format", "csv", "--columns", "case_id"] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output.split(whereSeparator: \.isNewline).count - 1
  }
  let all = count([])
  for key in CaseCriterion.Key.allCases {
    let found = count(options(of: key))
    #expect(found > 0 && found < all, "\(key.rawValue): \(found) of \(all)")
    if case let event = timed(by: key), !event.isEmpty { #expect(found < count(event), "\(key.rawValue)") }
  }
}
