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
}
