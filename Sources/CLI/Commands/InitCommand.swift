import ArgumentParser
import Registry

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes an empty registry.",
    discussion: "Example: psoas init --registry mps.sqlite")

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    _ = try CaseRegistry.create(at: registry.path)
    Console.print("\(registry.path)\n")
  }
}
