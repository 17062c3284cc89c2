import ArgumentParser
import ClinicalModel
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

  @Argument(help: "The statement, in quotes.")
  var statement: String

  func run() throws {
    let registry = try registry.open()
    let spool = Spool()
    var writer = ListingWriter(columns: [], listing.format, width: Console.current.width)
    try registry.select(
      statement,
      columns: { writer = ListingWriter(columns: $0, listing.format, width: Console.current.width) },
      each: { row in
        writer.add(row)
        try spool.write(writer.drain())
      })
    writer.end()
    try spool.write(writer.drain())
    try spool.pieces { Console.print(String(decoding: $0, as: UTF8.self)) }
  }
}
