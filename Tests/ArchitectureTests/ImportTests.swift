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
  "Sources/ClinicalRules": ["ClinicalModel", "SeedData"],
  "Sources/Analysis": ["ClinicalModel", "ClinicalRules"],
  "Sources/Syntax": ["ClinicalModel", "Yams"],
  "Sources/Interchange": ["ClinicalModel", "ClinicalRules", "Syntax"],
  "Sources/Storage": ["ClinicalModel", "ClinicalRules", "Migrations", "Syntax", "GRDB", "GRDBSQLite", "Crypto"],
  "Sources/Registry": [
    "Analysis", "ClinicalModel", "ClinicalRules", "Interchange", "Storage", "SeedData", "Syntax", "Crypto",
  ],
  "Sources/Presentation": ["Analysis", "ClinicalModel", "ClinicalRules", "Interchange", "Registry", "Syntax"],
  "Sources/CLI": [
    "Analysis", "ClinicalModel", "ClinicalRules", "Interchange", "Presentation", "Registry", "ArgumentParser",
  ],
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
  let below = [
    "ClinicalModel", "ClinicalRules", "Syntax", "Interchange", "Storage", "Registry", "Presentation", "Analysis",
  ]
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

/// The folders of the two modules that hold the model, the lowest first.
private let floors: [(module: String, folders: [String])] = [
  ("ClinicalModel", ["Fields", "Vocabulary", "Values", "ValueSets", "Case", "History", "Patch"]),
  ("ClinicalRules", ["Timeline", "DerivedVariables", "Checks", "Cohort"]),
]

@Test func `a folder of the model speaks of no type of a folder above it`() throws {
  for (module, folders) in floors {
    let sources = try folders.map { folder in
      let files = FileManager.default.enumerator(
        at: top.appending(path: "Sources/\(module)/\(folder)"), includingPropertiesForKeys: nil)
      return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
        try String(contentsOf: $0, encoding: .utf8).replacing(/\/\/.*/, with: "").replacing(
          /"(?:[^"\\]|\\.)*"/, with: "")
      }
    }
    #expect(sources.allSatisfy { !$0.isEmpty }, "\(module)")
    let types = sources.map { files in
      files.flatMap { $0.matches(of: /(?m)^(?:(?:public|package|final) )*(?:struct|enum|class|protocol) (\w+)/) }
        .map { String($0.1) }
    }
    for (floor, files) in sources.enumerated() {
      let above = Set(types[(floor + 1)...].joined())
      for file in files {
        let words = Set(file.matches(of: /(?:^|[^.\w])([A-Z]\w+)/).map { String($0.1) })
        let wrong = words.intersection(above).sorted()
        #expect(wrong.isEmpty, "\(module)/\(folders[floor]) speaks of \(wrong)")
      }
    }
  }
}
