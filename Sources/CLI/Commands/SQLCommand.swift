import ArgumentParser
import ClinicalModel
import Presentation
import Registry

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Asks the registry in SQL; nothing can be changed.",
    discussion: """
      One statement that reads. patients is a row a patient, without what is withdrawn; reports, dates and all tables
      stand in docs/reference/database.md.
      Example: psoas sql 'SELECT site_group, count(*) AS patients FROM patients GROUP BY site_group'
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var listing: ListingOptions

  @Option(help: "Stop a statement that takes longer.")
  var maxSeconds = 60

  @Option(help: "Stop a statement that gives more rows.")
  var maxRows = 5_000_000

  @Argument(help: "The statement, in quotes.")
  var statement: String

  func validate() throws {
    if maxSeconds < 1 || maxRows < 0 { throw ValidationError("a limit is 1 second or more, and 0 rows or more") }
  }

  func run() throws {
    let registry = try registry.open()
    try listing.format.print { printer in
      try registry.select(
        statement, seconds: maxSeconds, rows: maxRows, columns: printer.begin, each: { try printer.add($0) })
    }
  }
}
