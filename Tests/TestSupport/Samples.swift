package import ClinicalModel
package import Foundation
import Interchange
import SeedData

/// Inputs that several tests share.
package enum Samples {
  /// The published cases that the program ships.
  package static func seed() throws -> [Case] {
    try SeedData.cases.flatMap { try cases($0.bytes) }
  }

  /// Reads a YAML case file that must be right.
  package static func `case`(_ yaml: String) throws -> Case {
    guard let first = try cases(Array(yaml.utf8)).first else { throw Problem(Fault("no case in the sample")) }
    return first
  }

  /// Reads the cases of a YAML file that must be right.
  package static func cases(_ yaml: String) throws -> [Case] { try cases(Array(yaml.utf8)) }

  /// A directory that is gone when the tests are.
  private static let scratch: URL = {
    let url = FileManager.default.temporaryDirectory.appending(path: "psoas-tests-\(getpid())")
    atexit { try? FileManager.default.removeItem(at: Samples.scratch) }
    return url
  }()

  /// The path of a file in a new directory of its own.
  package static func path(_ name: String) throws -> String {
    let url = scratch.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.appending(path: name).path
  }

  /// The files of a folder of `Tests/Fixtures`, in order.
  package static func fixtures(_ folder: String) throws -> [URL] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      at: tests.appending(path: "Fixtures/\(folder)"), includingPropertiesForKeys: nil)
    guard !files.isEmpty else { throw Problem(Fault("no fixtures in \(folder)")) }
    return files.sorted { $0.path < $1.path }
  }

  private static func cases(_ bytes: [UInt8]) throws -> [Case] {
    var cases: [Case] = []
    try CaseFile.yaml.read(bytes) { subject, problems in
      if let problem = problems.kept.first { throw problem }
      cases.append(subject)
    }
    return cases
  }
}
