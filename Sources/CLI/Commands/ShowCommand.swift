import ArgumentParser
import ClinicalModel
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
  var format: CaseView = .text

  @Option(help: ArgumentHelp("A column of psoas query and export.", valueName: "field"))
  var explain: String?

  func run() throws {
    if let explain { return Console.print(try registry.open().explain(explain, of: id, as: format)) }
    Console.print(try registry.open().show(id, as: format, width: Console.current.width ?? CaseView.width))
  }
}
