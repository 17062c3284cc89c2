import ArgumentParser
import Registry

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Whether the history is whole and the tables agree with it.",
    discussion: """
      Exit code 0: verified against an end of the history that was seen here before. 2: something was changed past
      psoas; the lines say where. 3: whole in itself, but never anchored here, so a cut cannot be excluded. 4: anchored
      here up to some revision; who added the later ones is told.
      Example: psoas verify --quick
      Example: psoas verify --accept-restored --reason 'backup of Monday, the disk broke'
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions

  @Flag(help: "The chain of the history alone, not the tables.")
  var quick = false

  @Flag(
    help:
      "Vouch for a registry that was restored from a backup or comes from elsewhere, if it is whole; needs --reason, which the history keeps."
  )
  var acceptRestored = false

  func validate() throws {
    if acceptRestored, quick { throw ValidationError("--accept-restored looks at everything; leave --quick out") }
  }

  func run() throws {
    let verification =
      try acceptRestored ? registry.open(by: curator).acceptRestored() : registry.open().verify(quick: quick)
    for finding in verification.findings { Console.print(finding.told + "\n") }
    Console.print(verification.summary.told + "\n")
    switch verification.outcome {
    case .verified: return
    case .tampered: throw ExitCode(2)
    case .notAnchored: throw ExitCode(3)
    case .unseenTail: throw ExitCode(4)
    }
  }
}
