public import ClinicalModel
public import Registry

extension RegistryError {
  /// What is wrong and how to mend it, a line a problem.
  public var text: String {
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
  public var told: [String] {
    kept.map(\.text) + (count > kept.count ? ["… and \(count - kept.count) more problems"] : [])
  }

  /// All problems, then what they come to.
  public var report: String {
    var lines = told
    lines.append(count == 1 ? "1 problem; nothing was changed" : "\(count) problems; nothing was changed")
    return lines.joined(separator: "\n")
  }
}
