import ArgumentParser
import ClinicalModel
import Registry

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "The main job on the two published cases, in a directory of its own.",
    discussion: "Example: psoas demo --output try-psoas")

  @Option(help: ArgumentHelp("A directory that does not exist yet.", valueName: "dir"))
  var output = "psoas-demo"

  private static func commands(in directory: String) -> [[String]] {
    [
      ["init"],
      ["import", "\(directory)/kodama2024-1.yaml", "\(directory)/kodama2024-2.yaml"],
      [
        "add", "--id", "synthetic-1", "--sex", "female", "--age", "58", "--primary-site", "bladder", "--histology",
        "8120/3",
        "--driver-gene", "FGFR3", "--lesion",
        "muscle=iliopsoas,laterality=left,size=42x37x44mm,first_seen_date=2020-03", "--episode",
        "side=left,onset_date=2020-04~,fixed_hip_flexion=present,imaging_involvement=present", "--therapy",
        "category=radiotherapy,delivered_gy=30,delivered_fractions=10,indication=mps_pain", "--source",
        "kind=registry_form,title=\"synthetic, invented for the demo\"", "--note", "synthetic",
      ],
      ["query", "--primary-site", "lung"],
      ["query", "--driver-gene", "ALK"],
      [
        "query", "--driver-gene", "MET", "--driver-role", "resistance", "--columns",
        "case_id,drivers,resistance_alterations",
      ],
      [
        "query", "--driver-gene", "none", "--format", "json", "--columns",
        "case_id,driver_status,gene_alk,psoas_rt_eqd2_10_gy",
      ],
      ["show", "kodama2024-2"], ["history", "synthetic-1"], ["verify"],
      ["export", "--format", "csv", "--identified", "--output", "\(directory)/cohort.csv"],
      ["export", "--format", "csv", "--output", "\(directory)/shared.csv"],
    ]
  }

  func run() throws {
    try CaseRegistry.writeSeed(to: output)
    let console = Console.current
    let registry = "\(output)/psoas.sqlite"
    let variables = ["PSOAS_REGISTRY": registry, "PSOAS_STATE": "\(output)/state"]
    let environment = console.environment.merging(variables) { $1 }
    let inside = Console(
      output: console.output, errors: console.errors, environment: environment, width: console.width)
    for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
      Console.print("$ export \(name)=\(Self.typed(value))\n")
    }
    for command in Self.commands(in: output) {
      Console.print("\n$ psoas \(command.map(Self.typed).joined(separator: " "))\n")
      let code = Console.$current.withValue(inside) { Psoas.run(command) }
      if code != 0 { throw ExitCode(code) }
    }
    Console.print("\nAll of it lies in \(output).\n")
  }

  /// An argument as one would type it.
  private static func typed(_ argument: String) -> String {
    argument.utf8.contains { " \"'~*$()&|;<>".utf8.contains($0) } ? "'\(argument)'" : argument
  }
}
