import Foundation
import Testing

/// Where the sources of the package lie.
private let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The modules that each room may import, besides Foundation and the standard library.
private let allowed: [String: Set<String>] = [
  "SeedData": [],
  "Migrations": [],
  "Sources/ClinicalModel": ["SeedData"],
  "Sources/Analysis": [],
  "Sources/Syntax": ["ClinicalModel", "Yams"],
  "Sources/Interchange": ["ClinicalModel", "Syntax"],
  "Sources/Storage": ["ClinicalModel", "Migrations", "Syntax", "GRDB", "GRDBSQLite", "Crypto"],
  "Sources/Registry": ["Analysis", "ClinicalModel", "Interchange", "Storage", "SeedData", "Syntax", "Crypto"],
  "Sources/Presentation": ["Analysis", "ClinicalModel", "Interchange", "Registry", "Syntax"],
  "Sources/CLI": ["Analysis", "ClinicalModel", "Interchange", "Presentation", "Registry", "ArgumentParser"],
]

/// The files of a room with the modules that each imports.
private func imports(of room: String) throws -> [(file: String, modules: Set<String>)] {
  let files = FileManager.default.enumerator(at: top.appending(path: room), includingPropertiesForKeys: nil)
  return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map { file in
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let modules = lines.compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 1, words.count == index + 2 else { return nil }
      return String(words[index + 1])
    }
    return (file.lastPathComponent, Set(modules))
  }
}

@Test func `every arrow points down: a room imports only what the architecture allows`() throws {
  for (room, modules) in allowed {
    let files = try imports(of: room)
    #expect(!files.isEmpty, "\(room)")
    for (file, found) in files {
      let wrong = found.subtracting(modules).subtracting(["Foundation", "Synchronization"])
      #expect(wrong.isEmpty, "\(room)/\(file) imports \(wrong.sorted())")
    }
  }
}

@Test func `the model needs nothing but the standard library and its code lists`() throws {
  for (file, found) in try imports(of: "Sources/ClinicalModel") { #expect(!found.contains("Foundation"), "\(file)") }
}

@Test func `only the command line spells options`() throws {
  let below = ["ClinicalModel", "Syntax", "Interchange", "Storage", "Registry", "Presentation", "Analysis"]
  for room in below {
    let files = FileManager.default.enumerator(
      at: top.appending(path: "Sources/\(room)"), includingPropertiesForKeys: nil)
    for file in (files?.allObjects ?? []).compactMap({ $0 as? URL }) where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let code = line.drop(while: \.isWhitespace)
        let isOption = !code.hasPrefix("//") && code.firstMatch(of: /--[a-z]/) != nil
        #expect(!isOption, "\(file.lastPathComponent): \(code)")
      }
    }
  }
}
