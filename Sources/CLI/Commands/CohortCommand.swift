import ArgumentParser
import ClinicalModel
import ClinicalRules
import Presentation
import Registry

struct CohortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort", abstract: "Keeps questions under a name.",
    discussion: """
      A named cohort is its criteria, not its cases: asked again, it finds what is stored by then. --cohort NAME stands
      wherever criteria stand.
      Example: psoas cohort save alk --primary-site lung --driver-gene ALK
      """,
    subcommands: [Save.self, List.self, Show.self, Delete.self])

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Keeps criteria under a name.",
      discussion: "Example: psoas cohort save alk --primary-site lung --driver-gene ALK --note 'for the review'")

    @OptionGroup var registry: RegistryOptions
    @OptionGroup var curator: CuratorOptions
    @OptionGroup var cohort: CohortOptions

    @Argument(help: "Letters, digits, dots, hyphens and underscores.")
    var name: String

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var note: String?

    @Flag(help: "Puts it in the place of another of this name.")
    var replace = false

    func run() throws {
      let registry = try registry.open(by: curator)
      let query = try cohort.query(in: registry)
      if query.parts.isEmpty {
        throw RegistryError.usage(
          Fault("a cohort has criteria", mend: "add one, for example --primary-site lung; psoas query lists all cases"))
      }
      try registry.save(query, as: name, note: note, replacing: replace)
      Console.print("\(name)\n")
      Console.note(try registry.size(of: query).text)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The named cohorts, with the number of their patients.",
      discussion: "Example: psoas cohort list")

    @OptionGroup var registry: RegistryOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
      let registry = try registry.open()
      let cohorts = try registry.cohorts()
      listing.print(try registry.listing(of: cohorts))
      if cohorts.isEmpty { Console.note("no cohort has a name yet; psoas cohort save NAME keeps one") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "The criteria of a named cohort, and what each of them leaves.",
      discussion: "Example: psoas cohort show alk")

    @OptionGroup var registry: RegistryOptions
    @OptionGroup var listing: ListingOptions

    @Argument(help: "Its name.")
    var name: String

    func run() throws {
      let registry = try registry.open()
      let cohort = try registry.cohort(named: name)
      if listing.format == .table {
        Console.print("\(cohort.query.commandLine)\n")
        if let note = cohort.note { Console.print("\(note)\n") }
        Console.print("saved \(cohort.created)\n\n")
      }
      listing.print(ResultTable(try registry.attrition(of: cohort.query)))
    }
  }

  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete", abstract: "Forgets a named cohort; its cases stay.",
      discussion: "Example: psoas cohort delete alk")

    @OptionGroup var registry: RegistryOptions
    @OptionGroup var curator: CuratorOptions

    @Argument(help: "Its name.")
    var name: String

    func run() throws {
      try registry.open(by: curator).deleteCohort(name)
      Console.note("the cohort \(name) is forgotten; its cases stay")
    }
  }
}
