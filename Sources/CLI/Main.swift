import Foundation

/// The program: arguments in, an exit code out.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    exit(Psoas.run(Array(CommandLine.arguments.dropFirst())))
  }
}
