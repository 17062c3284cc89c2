import ArgumentParser
import ClinicalModel
import Presentation
import Registry

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary", abstract: "Every field and every export column: meaning, type, unit, values.",
    discussion: "The columns of a cohort are those of case_facts.\nExample: psoas dictionary --format csv")

  @OptionGroup var listing: ListingOptions

  func run() throws {
    let columns = DictionaryEntry.columns.map { name in
      Column(name, name, kind: name == "min" || name == "max" ? .real : .text, privacy: .safe, meaning: name)
    }
    listing.print(ResultTable(columns: columns, rows: DataDictionary.entries.map(\.cells)))
  }
}
