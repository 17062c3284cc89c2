import ClinicalModel
import Registry

/// The exit codes; a contract with scripts. `verify` has its own: 0 verified, 2 tampered, 3 not
/// anchored, 4 anchored up to revisions that were not seen here.
enum ExitStatus: Int32 {
  case done = 0
  case usage = 64
  case dataRefused = 65
  case inputMissing = 66
  case ourFault = 70
  case notWritten = 73
  case diskError = 74
  case busy = 75
  case notAllowed = 77
  case otherSchema = 78
  case interrupted = 130
}

extension RegistryError {
  var status: ExitStatus {
    switch self {
    case .noRegistry, .noInput: .inputMissing
    case .exists, .notWritten: .notWritten
    case .usage, .options: .usage
    case .refused: .dataRefused
    case .otherSchema: .otherSchema
    case .busy: .busy
    case .interrupted: .interrupted
    case .notAllowed: .notAllowed
    case .damaged: .diskError
    }
  }

  /// What is wrong and how to mend it, a line a problem.
  var text: String {
    switch self {
    case .noRegistry(let path): "there is no registry at \(path); psoas init makes one, --registry names another"
    case .exists(let path): "\(path) exists already; nothing was changed"
    case .noInput(let fault), .usage(let fault), .notAllowed(let fault), .notWritten(let fault),
      .otherSchema(let fault), .damaged(let fault):
      fault.description
    case .busy: "another program is writing to the registry; try again in a moment"
    case .interrupted: "stopped; nothing was changed"
    case .options(let problems), .refused(let problems): problems.report
    }
  }
}

extension Problems {
  /// A line a problem.
  var told: [String] {
    kept.map(\.text) + (count > kept.count ? ["… and \(count - kept.count) more problems"] : [])
  }

  /// All problems, then what they come to.
  var report: String {
    var lines = told
    lines.append(count == 1 ? "1 problem; nothing was changed" : "\(count) problems; nothing was changed")
    return lines.joined(separator: "\n")
  }
}
