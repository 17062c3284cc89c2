import ArgumentParser
import ClinicalModel
import Registry

/// Who changes something and why.
struct CuratorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who you are; else $PSOAS_ACTOR, else your user name.", valueName: "name"))
  var actor: String?

  @Option(help: ArgumentHelp("Why; the history keeps it with the change.", valueName: "text"))
  var reason: String?

  func validate() throws {
    let named = Console.current.variable("PSOAS_ACTOR")
    for (name, text) in [("--actor", actor), ("--reason", reason), ("$PSOAS_ACTOR", named)] {
      guard let text else { continue }
      do { _ = try String(parsing: text) } catch { throw ValidationError("\(name): \(error.message.told)") }
    }
  }

  var curator: RegistryContext { Console.current.curator(name: actor, reason: reason) }
}
