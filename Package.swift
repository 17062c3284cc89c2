// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "psoas",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "psoas", targets: ["CLI"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", "4.5.2"..<"5.0.0"),
  ],
  targets: [
    .target(
      name: "SeedData", path: "SeedData", exclude: ["README.md"],
      resources: [.embedInCode("cases"), .embedInCode("vocabularies")], swiftSettings: house),
    .target(
      name: "Migrations", path: "Migrations", exclude: ["README.md"],
      resources: [.embedInCode("sql")], swiftSettings: house),
    .target(name: "ClinicalModel", dependencies: ["SeedData"], swiftSettings: house),
    .target(name: "ClinicalRules", dependencies: ["ClinicalModel", "SeedData"], swiftSettings: house),
    .target(name: "Analysis", dependencies: ["ClinicalModel", "ClinicalRules"], swiftSettings: house),
    .target(name: "Syntax", dependencies: ["ClinicalModel", yams], swiftSettings: house),
    .target(name: "Interchange", dependencies: ["ClinicalModel", "ClinicalRules", "Syntax"], swiftSettings: house),
    .target(
      name: "Storage", dependencies: ["ClinicalModel", "ClinicalRules", "Migrations", "Syntax", grdb, sqlite, crypto],
      swiftSettings: house),
    .target(
      name: "Registry",
      dependencies: [
        "Analysis", "ClinicalModel", "ClinicalRules", "Interchange", "Storage", "SeedData", "Syntax", crypto,
      ],
      swiftSettings: house),
    .target(
      name: "Presentation",
      dependencies: ["Analysis", "ClinicalModel", "ClinicalRules", "Interchange", "Registry", "Syntax"],
      swiftSettings: house),
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Analysis", "ClinicalModel", "ClinicalRules", "Interchange", "Presentation", "Registry", argumentParser,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "CheckCost", dependencies: ["ClinicalModel", "ClinicalRules", "Interchange"], path: "Benchmarks/CheckCost",
      swiftSettings: house),
    .executableTarget(
      name: "ParseCost", dependencies: ["Interchange", "Syntax"], path: "Benchmarks/ParseCost", swiftSettings: house),
    .target(
      name: "TestSupport", dependencies: ["ClinicalModel", "ClinicalRules", "Interchange", "SeedData", "Syntax"],
      path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "ClinicalRulesTests", dependencies: ["ClinicalModel", "ClinicalRules", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "SyntaxTests", dependencies: ["ClinicalModel", "Interchange", "Syntax", "TestSupport"], swiftSettings: house
    ),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis"], swiftSettings: house),
    .testTarget(
      name: "RegistryTests",
      dependencies: ["ClinicalModel", "ClinicalRules", "Interchange", "Registry", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "ClinicalModelTests", dependencies: ["ClinicalModel", "ClinicalRules", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["ClinicalModel", "ClinicalRules", "Interchange", "Syntax", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "StorageTests", dependencies: ["ClinicalModel", "ClinicalRules", "Storage", "TestSupport", grdb],
      swiftSettings: house),
    .testTarget(
      name: "CLITests",
      dependencies: ["CLI", "ClinicalModel", "ClinicalRules", "Interchange", "Registry", "SeedData", "TestSupport"],
      swiftSettings: house),
    .testTarget(name: "ArchitectureTests", swiftSettings: house),
  ]
)

// The readers under libFuzzer (Fuzz/README.md); only scripts/fuzz builds it, with flags of its own.
if Context.environment["PSOAS_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["ClinicalModel", "ClinicalRules", "Interchange", "Syntax"], path: "Fuzz/Sources",
      swiftSettings: house
    ))
}
