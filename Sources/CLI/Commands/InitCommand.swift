import ArgumentParser
import Registry

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes an empty registry.",
    discussion: "Example: psoas init --registry mps.sqlite")

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions

  func run() throws {
    _ = try CaseRegistry.create(at: registry.path, by: curator.curator)
    Console.print("\(registry.path)\n")
  }
}
