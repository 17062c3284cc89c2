import ArgumentParser
import ClinicalModel
import Registry

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Everything known of one case.",
    discussion:
      "yaml and json are case files, which psoas import reads.\nExample: psoas show kodama2024-1 --format yaml")

  @OptionGroup var registry: RegistryOptions

  @Argument(help: "The case's id.")
  var id: String

  @Option(help: "text, yaml or json.")
  var format: CaseView = .text

  func run() throws { Console.print(try registry.open().show(id, as: format)) }
}
