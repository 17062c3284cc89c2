import ArgumentParser
import Registry

struct RefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh", abstract: "Rebuilds what is derived from the cases.",
    discussion: """
      Cases stay as they are, and so does the history. A newer program does this by itself when it brings a registry up
      to date.
      Example: psoas refresh
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions

  func run() throws {
    let (cases, changed) = try registry.open(by: curator).refresh()
    Console.note("\(cases) \(cases == 1 ? "case" : "cases") derived anew, \(changed) came out other than before")
  }
}
