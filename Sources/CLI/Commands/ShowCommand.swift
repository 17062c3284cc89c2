import ArgumentParser
import ClinicalModel
import Registry

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Everything known of one case.",
    discussion:
      "yaml and json are case files, which psoas import reads.\nExample: psoas show kodama2024-1 --format yaml")

  /// How a case is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, yaml, json }

  @OptionGroup var registry: RegistryOptions

  @Argument(help: "The case's id.")
  var id: String

  @Option(help: "text, yaml or json.")
  var format: Format = .text

  func run() throws {
    let subject = try registry.open().findCase(id)
    let text =
      switch format {
      case .text: CaseText.text(of: subject)
      case .yaml: try CaseRegistry.text(of: subject, as: .yaml)
      case .json: try CaseRegistry.text(of: subject, as: .json)
      }
    Console.print(text)
  }
}
