public import ArgumentParser
public import ClinicalModel
import ClinicalRules
import Presentation
public import Registry

extension ExportProfile: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a cohort for research, de-identified unless you say otherwise.",
    discussion: """
      One row a patient; psoas dictionary explains every column. Empty cells say why: NR not reported, NA not
      applicable, NT not tested. The profile shared tells days from the onset, groups of sites and bands of age;
      limited also dates and codes; full everything, which identifies published patients. What identifies is recorded
      in the history.
      Examples:
        psoas export --primary-site lung --format csv --output lung.csv
        psoas export --format long --identified --output tables
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions
  @OptionGroup var cohort: CohortOptions

  @Option(
    help:
      "csv, a row a patient; long, a directory with a table a file; datapackage, a Frictionless Data Package; evidence-table, as reviews print it (Markdown, or CSV by the name); bibtex, ris, csl-json: its publications."
  )
  var format: ExportFormat = .csv

  @Option(help: ArgumentHelp("Columns of flat rows, separated by commas; all when left out.", valueName: "a,b"))
  var columns: String?

  @Option(help: "shared, limited or full.")
  var profile: ExportProfile?

  @Flag(help: "The same as --profile full.")
  var identified = false

  @Flag(help: "Give every patient another pseudonym than in the exports before; needs --reason.")
  var newPseudonyms = false

  @Option(help: ArgumentHelp("The file to write; with long a directory that does not exist yet.", valueName: "path"))
  var output: String

  func validate() throws {
    if identified, let profile, profile != .full {
      throw ValidationError("--identified contradicts --profile \(profile.rawValue); keep one of the two")
    }
    if output == "-" {
      throw ValidationError(
        "an export goes to a file, and --output - names none; name one, or print the cohort with psoas query --format csv"
      )
    }
  }

  func run() throws {
    let profile = identified ? .full : profile ?? .shared
    if newPseudonyms, profile == .full {
      throw ValidationError("the profile full tells the ids themselves; leave --new-pseudonyms out")
    }
    let registry = try profile == .shared ? registry.open(readingBy: curator) : registry.open(by: curator)
    let query = try cohort.query(in: registry)
    let names = columns?.split(separator: ",").map { String($0).trimmed }
    var order = ExportOrder(query, format, profile, columns: names, name: cohort.cohorts.first)
    order.newPseudonyms = newPseudonyms
    order.isInterrupted = Interruption.watch()
    let report = try registry.export(order, to: output)
    Console.print("\(output)\n")
    let name = cohort.cohorts.first.map { "cohort \($0): " } ?? ""
    Console.note("\(name)\(query.parts.isEmpty ? "all cases" : query.commandLine)")
    let rows = report.rows == 1 ? "1 row" : "\(report.rows) rows"
    Console.note("\(rows); \(report.size.text); profile \(profile.rawValue); registry at \(report.head)")
  }
}
