import Analysis
import ArgumentParser
import ClinicalModel
import Interchange
import Presentation
import Registry

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "The cases of a cohort, a line each.",
    discussion: """
      The same criterion twice means or, different ones mean and; criteria on genes, on lesions, on therapies and on
      responses each hold of one and the same row. A range is met when the value certainly lies inside; --possibly also
      takes overlap. What is not known is left out, and counted.
      Examples:
        psoas query --primary-site lung --driver-gene ALK
        psoas query --response PD --during alectinib --lesion-muscle psoas
        psoas query --cohort lung --attrition --format svg > flow.svg
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var cohort: CohortOptions

  @Option(help: "\(ListingFormat.all.map(\.name).listed); with --attrition also svg.")
  var format: QueryFormat = .listing(.table)

  @Flag(help: "What each criterion in turn leaves, instead of the cases.")
  var attrition = false

  @Option(help: ArgumentHelp("Columns, separated by commas; psoas dictionary lists them.", valueName: "a,b"))
  var columns: String?

  @Option(help: ArgumentHelp("A column to sort by, with :desc for the highest first.", valueName: "column"))
  var sort: String?

  @Option(help: "At most so many cases.")
  var limit: Int?

  /// What fits on a screen; files get every column.
  private static let glance = [
    "case_id", "sex", "age_min", "site", "histology_group", "drivers", "mps_certainty", "onset_date", "psoas_rt",
    "vital_status",
  ]

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit \(limit) is less than nothing; write 0 or more") }
    if format == .svg, !attrition { throw ValidationError("--format svg draws --attrition; add it") }
    if attrition,
      let option = [("--columns", columns != nil), ("--sort", sort != nil), ("--limit", limit != nil)]
        .first(where: \.1)?.0
    {
      throw ValidationError("\(option) does not go with --attrition, which lists criteria and no cases")
    }
  }

  func run() throws {
    let names = columns?.split(separator: ",").map { String($0).trimmed }
    let isTable = format == .listing(.table)
    let order = try ColumnSelection(columns: names ?? (isTable ? Self.glance : nil), sort: sort, limit: limit)
    let registry = try registry.open()
    let query = try cohort.query(in: registry)
    switch format {
    case .svg: Console.print(try registry.attrition(of: query).chart)
    case .listing(let format) where attrition:
      Console.print(ResultTable(try registry.attrition(of: query)).text(format, width: Console.current.width))
    case .listing(let format):
      let size = try format.print { printer in
        if format == .rows(.csv) { return try registry.cohortCSV(query, order) { try printer.add($0) } }
        printer.begin(order.columns)
        return try registry.cohort(query, order) { try printer.add($0) }
      }
      Console.note(size.text)
    }
  }
}

/// How the answer to a query is written.
enum QueryFormat: Hashable, ExpressibleByArgument {
  case listing(ListingFormat)
  /// The flow chart of an attrition.
  case svg

  init?(argument: String) {
    if argument == "svg" {
      self = .svg
    } else if let format = ListingFormat(named: argument) {
      self = .listing(format)
    } else {
      return nil
    }
  }

  static let allValueStrings = ListingFormat.all.map(\.name) + ["svg"]

  var defaultValueDescription: String {
    switch self {
    case .listing(let format): format.name
    case .svg: "svg"
    }
  }
}
