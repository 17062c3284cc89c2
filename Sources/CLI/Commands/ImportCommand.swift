public import ArgumentParser
import ClinicalModel
public import Interchange
import Presentation
public import Registry

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Brings in case files, sheets and directories: all of them or none.",
    discussion: """
      A case file tells the whole case. A sheet (.csv, a case a row, or a directory with a CSV a table) is laid over what \
      is stored: a blank cell takes nothing away. An equal case is unchanged, so an import can be repeated.
      A sheet with columns of its own needs a mapping; --suggest-mapping writes one to begin with.
      Example: psoas import smith2021.yaml cases/
      Example: psoas import sheet.csv --mapping map.yaml --dry-run
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions
  @OptionGroup var reported: ReportedOptions

  @Flag(help: "Change nothing; tell field by field what would change.") var dryRun = false
  @Flag(help: "Store what is right although other cases are refused.") var keepGood = false
  @Option(help: "A case that is stored already: update, skip or refuse.")
  var onExisting: ImportOptions.OnExisting = .update
  @Option(help: "\(InputFormat.all.map(\.name).listed), where the file's name does not tell.")
  var from: InputFormat?
  @Option(help: ArgumentHelp("What the columns of a sheet mean.", valueName: "file")) var mapping: String?
  @Flag(help: "Print a mapping for this sheet, to be completed by hand; nothing is imported.")
  var suggestMapping = false
  @Option(help: "The report as text or json.") var format: ReportFormat = .text

  @Argument(
    help: "Files (\(InputFormat.all.map { ".\($0.endings[0])" }.joined(separator: ", "))) and directories of them.")
  var paths: [String]

  enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if suggestMapping, paths.count != 1 {
      throw ValidationError(
        "--suggest-mapping looks at one sheet; for example psoas import sheet.csv --suggest-mapping")
    }
  }

  func run() throws {
    if suggestMapping {
      let advice =
        "A field is the path that psoas edit --set takes; psoas dictionary has all of them, ignore leaves a column out."
      return Console.print(try CaseRegistry.suggestedMapping(for: paths[0], advice))
    }
    if dryRun { _ = try registry.open() }
    var options = ImportOptions()
    options.asReported = reported.asReported
    options.isDryRun = dryRun
    options.keepsGood = keepGood
    options.onExisting = onExisting
    options.format = from
    options.mapping = mapping
    let meter = ImportMeter()
    options.progress = meter.progress
    options.isInterrupted = Interruption.watch()
    let report: ImportReport
    do {
      report = try registry.open(by: curator).importFiles(paths, options)
      meter.clear()
    } catch {
      meter.clear()
      throw error
    }
    report.tellNotices()
    let isRefused = !report.problems.isEmpty
    switch format {
    case .json: Console.print(report.json(\.spelled))
    case .text where isRefused && !keepGood && !dryRun: throw RegistryError.refused(report.problems)
    case .text:
      if isRefused { Console.note(report.problems.told(\.spelled).map { "psoas: \($0)" }.joined(separator: "\n")) }
      Console.print(report.text)
    }
    if isRefused { throw ExitCode(ExitStatus.dataRefused.rawValue) }
  }
}

extension ImportOptions.OnExisting: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}
