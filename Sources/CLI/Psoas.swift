import ArgumentParser

/// The registry's command line.
@main
struct Psoas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "psoas", abstract: "A case registry for malignant psoas syndrome in one SQLite file.",
    version: "0.1.0")
}
