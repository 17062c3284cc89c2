import ArgumentParser
import Registry

/// Which registry a command works on.
struct RegistryOptions: ParsableArguments {
  @Option(
    name: .customLong("registry"),
    help: ArgumentHelp("The registry's file; else $PSOAS_REGISTRY, else ./psoas.sqlite.", valueName: "path"))
  var given: String?

  var path: String {
    given ?? Console.current.environment["PSOAS_REGISTRY"].flatMap { $0.isEmpty ? nil : $0 } ?? "psoas.sqlite"
  }

  func open(for access: CaseRegistry.Access) throws -> CaseRegistry { try CaseRegistry.open(at: path, for: access) }
}
