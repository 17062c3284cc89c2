import ArgumentParser

/// What becomes of what cannot be true.
struct ReportedOptions: ParsableArguments {
  @Flag(help: "Store what the checks call an error, for the source says so; needs --reason.")
  var asReported = false
}
