import ArgumentParser
import Registry

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Whether the history is whole and the tables agree with it.",
    discussion: """
      Exit code 0: verified against an end of the history that was seen here before. 2: something was changed past
      psoas; the lines say where. 3: whole in itself, but never anchored here, so a cut cannot be excluded.
      Example: psoas verify --quick
      """)

  @OptionGroup var registry: RegistryOptions

  @Flag(help: "The chain of the history alone, not the tables.")
  var quick = false

  func run() throws {
    let verification = try registry.open().verify(quick: quick)
    for finding in verification.findings { Console.print(finding + "\n") }
    Console.print(verification.summary + "\n")
    switch verification.outcome {
    case .verified: return
    case .tampered: throw ExitCode(2)
    case .notAnchored: throw ExitCode(3)
    }
  }
}
