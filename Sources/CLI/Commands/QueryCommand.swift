import ArgumentParser
import ClinicalModel
import Registry

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "The cases of a cohort, a line each.",
    discussion: """
      The same criterion twice means or, different ones mean and; criteria on genes hold of one result.
      Example: psoas query --primary-site lung --driver-gene ALK
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var cohort: CohortOptions
  @OptionGroup var listing: ListingOptions

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
  }

  func run() throws {
    let names =
      columns?.split(separator: ",").map { String($0).trimmed } ?? (listing.format == .table ? Self.glance : nil)
    let order = try CohortListing(columns: names, sort: sort, limit: limit)
    let registry = try registry.open()
    if listing.format == .csv {
      let (bytes, size) = try registry.cohortCSV(cohort.query, order)
      Console.print(String(decoding: bytes, as: UTF8.self))
      return Console.note(size.text)
    }
    var rows: [[Scalar]] = []
    let size = try registry.cohort(cohort.query, order) { rows.append($0) }
    listing.print(TextListing(columns: order.columns, rows: rows))
    Console.note(size.text)
  }
}
