import ArgumentParser
import ClinicalModel
import Presentation
import Registry

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Everything known of one case.",
    discussion:
      """
      yaml and json are case files, which psoas import reads.
      --explain tells why a column of a cohort is what it is for this case: its formula, and the values of the case that
      it follows from.
      Example: psoas show kodama2024-1 --format yaml
      Example: psoas show kodama2024-2 --explain psoas_rt_eqd2_10_gy
      """)

  @OptionGroup var registry: RegistryOptions

  @Argument(help: "The case's id.")
  var id: String

  @Option(help: "text, yaml or json.")
  var format: CaseFormat = .text

  @Option(help: ArgumentHelp("A column of psoas query and export.", valueName: "field"))
  var explain: String?

  func run() throws {
    let registry = try registry.open()
    if let explain {
      let (explanation, snapshot) = try registry.explain(explain, of: id)
      return Console.print(try explanation.text(as: format, of: snapshot))
    }
    Console.print(
      try registry.snapshot(of: id).text(as: format, width: Console.current.width ?? CaseFormat.width, \.spelled))
  }
}
