import Foundation

/// The program: arguments in, an exit code out.
@main
enum Main {
  static func main() {
    keepSilentInCrashes()
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    umask(0o077)
    exit(Psoas.run(Array(CommandLine.arguments.dropFirst())))
  }

  /// A crash report of the runtime prints memory, and a core file holds it: both could name a patient.
  private static func keepSilentInCrashes() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT] { signal(number, SIG_DFL) }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
