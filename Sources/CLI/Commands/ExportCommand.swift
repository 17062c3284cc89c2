import ArgumentParser
import ClinicalModel
import Registry

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a cohort for research.",
    discussion: """
      One row a patient; psoas dictionary explains every column. Empty cells say why: NR not reported, NA not
      applicable, NT not tested. The profile full holds exact dates and sources: it identifies published patients.
      Example: psoas export --primary-site lung --format csv --profile full --output lung.csv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case csv }
  enum Profile: String, CaseIterable, ExpressibleByArgument { case full }

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var cohort: CohortOptions

  @Option(help: "csv.")
  var format: Format

  @Option(help: "full; the de-identified profiles are to come, so this one must be named.")
  var profile: Profile

  @Option(help: ArgumentHelp("The file to write.", valueName: "path"))
  var output: String

  func run() throws {
    let size = try registry.open().exportCSV(cohort.query, try CohortListing(), to: output)
    Console.print("\(output)\n")
    Console.note(size.text)
  }
}
