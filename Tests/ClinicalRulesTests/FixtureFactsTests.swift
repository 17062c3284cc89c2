import ClinicalModel
import Foundation
import TestSupport
import Testing

/// Each file of `facts` says of the case file of the same name in `valid` what a careful reader would: `column = value`,
/// or `column ? reason` where there is none.
@Test func `the fixtures give the facts that a careful reader would write down`() throws {
  for expected in try Samples.fixtures("facts") {
    let name = expected.deletingPathExtension().lastPathComponent
    let file = expected.deletingLastPathComponent().deletingLastPathComponent().appending(path: "valid/\(name).yaml")
    let subject = try Samples.case(try String(contentsOf: file, encoding: .utf8))
    let facts = FactSample(subject)
    for line in try String(contentsOf: expected, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      let value = words[1] == "?" ? "?" + words[2] : words[2]
      #expect(facts[words[0]] == value, "\(name): \(words[0])")
    }
  }
}

@Test func `the kinds of case that the literature holds have a fixture with facts, and each is marked as synthetic`()
  throws
{
  #expect(try Samples.fixtures("facts").count >= 19)
  for file in try Samples.fixtures("valid") {
    let subject = try Samples.case(try String(contentsOf: file, encoding: .utf8))
    #expect(subject.id.hasPrefix("synthetic-") && subject.note == "synthetic", "\(file.lastPathComponent)")
  }
}
