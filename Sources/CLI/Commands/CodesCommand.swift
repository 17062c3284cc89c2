import ArgumentParser
import Registry

struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: "Looks up a site, histology or gene.",
    discussion: "Every word must stand in the code, its label or a synonym.\nExample: psoas codes lung lower")

  @OptionGroup var listing: ListingOptions

  @Argument(help: "Words, or parts of them; everything when left out.")
  var words: [String] = []

  func run() throws {
    let found = CodeSearch.entries(words)
    listing.print(found)
    if found.rows.isEmpty { Console.note("nothing has \(words.joined(separator: " ")); try part of the word") }
  }
}
