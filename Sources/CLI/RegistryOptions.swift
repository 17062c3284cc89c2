import ArgumentParser
import Registry

/// Which registry a command works on.
struct RegistryOptions: ParsableArguments {
  @Option(
    name: .customLong("registry"),
    help: ArgumentHelp("The registry's file; else $PSOAS_REGISTRY, else ./psoas.sqlite.", valueName: "path"))
  var given: String?

  var path: String {
    given ?? Console.current.variable("PSOAS_REGISTRY") ?? "psoas.sqlite"
  }

  /// Whether there is a file at the path; one that was named must be there.
  var exists: Bool { given != nil || CaseRegistry.exists(at: path) }

  /// For reading; nobody's name is kept.
  func open() throws -> CaseRegistry { try CaseRegistry.open(at: path, for: .reading, by: Console.current.curator()) }

  /// For reading by somebody whose name is kept if something must be.
  func open(readingBy curator: CuratorOptions) throws -> CaseRegistry {
    try CaseRegistry.open(at: path, for: .reading, by: curator.curator)
  }

  func open(by curator: CuratorOptions) throws -> CaseRegistry {
    try CaseRegistry.open(at: path, for: .writing, by: curator.curator)
  }
}
