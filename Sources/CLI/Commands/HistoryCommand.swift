import ArgumentParser
import Presentation
import Registry

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Who changed what in a case, when and why.",
    discussion: """
      A line a changed field; the table tells a case that came in whole in one line, other formats in full.
      Example: psoas history kodama2024-1 --format json
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: "The case's id; without one, what was done with the registry as a whole, such as exports.")
  var id: String?

  func run() throws {
    let registry = try registry.open()
    let changes = try id.map(registry.history) ?? registry.history()
    listing.print(listing.format == .table ? changes.summary : changes.listing)
  }
}
