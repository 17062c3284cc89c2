import ArgumentParser
import ClinicalModel
import Registry

struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: "Looks up a site, histology, gene, drug, finding or measure.",
    discussion: """
      Every word must stand in the code, its label or a synonym.
      --import puts a list that you hold a licence for beside these, in your registry: a code a line with code, label
      and synonyms (separated by |), tabs between. It helps to find codes; what a field accepts stays as it is.
      Example: psoas codes lung lower
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions
  @OptionGroup var listing: ListingOptions

  @Option(help: "site, histology, gene, drug, finding, measurement, or a name of yours.")
  var list: String?

  @Option(name: .customLong("import"), help: ArgumentHelp("A list of your own.", valueName: "file"))
  var imported: String?

  @Argument(help: "Words, or parts of them; everything when left out.")
  var words: [String] = []

  func validate() throws {
    if imported != nil, list == nil {
      throw ValidationError("--import needs the name of the list; for example --list site")
    }
    if let list {
      do { _ = try Identifier(parsing: list) } catch { throw ValidationError("--list: \(error.message.told)") }
    }
  }

  func run() throws {
    if let imported, let list {
      let count = try registry.open(by: curator).importCodes(imported, as: list)
      return Console.note("\(count) \(count == 1 ? "code" : "codes") in the list \(list)")
    }
    var own: [(list: String, entry: CodeEntry)] = []
    do {
      if registry.exists { own = try registry.open().codes() }
    } catch RegistryError.otherSchema(let fault) { Console.note("your own lists were not read: \(fault.message.told)") }
    let found = CodeSearch.entries(words, of: list, beside: own)
    listing.print(found)
    if found.rows.isEmpty { Console.note("nothing has \(words.joined(separator: " ")); try part of the word") }
  }
}
