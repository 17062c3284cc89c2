import Foundation
import SeedData
import TestSupport

@testable import CLI

/// Runs whole commands in process: arguments in; results, chatter and exit code out.
struct CommandLine {
  /// A directory of its own.
  let directory: String

  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  init() throws {
    directory = String(try Samples.path("x").dropLast(2))
  }

  /// With an empty registry, and the two published cases in it when asked for.
  init(seeded: Bool) throws {
    try self.init()
    guard seeded else {
      _ = run("init")
      return
    }
    let seed = try Self.seed.get()
    for name in try FileManager.default.contentsOfDirectory(atPath: seed.directory) {
      try FileManager.default.copyItem(atPath: seed.path(name), toPath: path(name))
    }
  }

  /// A registry of the published cases that nobody changes: the copies of it are, and questions are asked of it.
  static let seed = Result {
    let psoas = try CommandLine()
    _ = psoas.run("init")
    _ = psoas.run(["import"] + (try psoas.seedFiles()))
    return psoas
  }

  func path(_ name: String) -> String { "\(directory)/\(name)" }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
    return path(name)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  func seedFiles() throws -> [String] {
    try SeedData.cases.map { try file($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  /// Arguments as a shell would split them at spaces.
  func run(_ line: String) -> Outcome { run(line.split(separator: " ").map(String.init)) }

  func run(_ arguments: String...) -> Outcome { run(arguments) }

  /// - Parameter state: another directory than that of this user.
  func run(_ arguments: [String], state: String = "state") -> Outcome {
    let spoken = Spoken()
    let console = Console(
      output: { spoken.output += $0 }, errors: { spoken.errors += $0 },
      environment: ["PSOAS_REGISTRY": path("psoas.sqlite"), "PSOAS_STATE": path(state), "PSOAS_ACTOR": "tester"],
      width: nil, isInteractive: false)
    let code = Console.$current.withValue(console) { Psoas.run(arguments) }
    return Outcome(code: code, output: spoken.output, errors: spoken.errors)
  }

  /// Changes the registry past the program, as a shell would.
  func tamper(_ sql: String) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/usr/bin/env")
    shell.arguments = ["sqlite3", path("psoas.sqlite"), sql]
    try shell.run()
    shell.waitUntilExit()
  }

  private final class Spoken: @unchecked Sendable {
    var output = ""
    var errors = ""
  }
}

extension String {
  /// The ids in the first column of a listing.
  var caseIDs: [String] { split(separator: "\n").dropFirst(2).map { String($0.prefix { $0 != " " }) } }
}
