import Foundation
import TestSupport
import Testing

@testable import CLI

#if os(Linux)
  @Test func `Ctrl-C during an import, even twice, leaves the registry as it was, to the byte, and says so`() throws {
    let psoas = try CommandLine(seeded: true)
    let before = try Data(contentsOf: URL(filePath: psoas.path("psoas.sqlite")))
    let lines = (0..<40_000).map { "{\"id\": \"synthetic-\($0)\", \"note\": \"synthetic\", \"sex\": \"male\"}\n" }
    let file = try psoas.file("many.ndjson", lines.joined())
    let process = Process()
    let tests = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    process.executableURL = tests.appending(path: "psoas")
    process.arguments = ["import", file]
    process.environment = [
      "PSOAS_REGISTRY": psoas.path("psoas.sqlite"), "PSOAS_STATE": psoas.path("state"), "HOME": "/",
    ]
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    while !FileManager.default.fileExists(atPath: psoas.path("psoas.sqlite-journal")), process.isRunning {
      usleep(10_000)
    }
    usleep(300_000)
    process.interrupt()
    usleep(2000)
    process.interrupt()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(told.contains("psoas: stopped; nothing was changed"))
    #expect(try Data(contentsOf: URL(filePath: psoas.path("psoas.sqlite"))) == before)
    #expect(!FileManager.default.fileExists(atPath: psoas.path("psoas.sqlite-journal")))
  }
#endif
