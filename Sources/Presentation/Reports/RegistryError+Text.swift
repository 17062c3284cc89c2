public import ClinicalModel
public import Registry

extension RegistryError {
  /// What is wrong and how to mend it, a line a problem.
  ///
  /// - Parameter spelled: as in `Message.text(_:)`.
  public func text(_ spelled: (Action) -> String) -> String {
    switch self {
    case .options(let problems), .refused(let problems): problems.report(spelled)
    case .noRegistry, .exists, .noInput, .usage, .notAllowed, .notWritten, .otherSchema, .damaged, .busy, .interrupted:
      message.text(spelled)
    }
  }

  private var message: Message {
    switch self {
    case .noRegistry(let path):
      "there is no registry at \(path); \(action: .run(.create)) makes one, \(action: .set(.registry)) names another"
    case .exists(let path): "\(path) exists already; nothing was changed"
    case .noInput(let fault), .usage(let fault), .notAllowed(let fault), .notWritten(let fault),
      .otherSchema(let fault), .damaged(let fault):
      fault.message
    case .busy: "another program is writing to the registry; try again in a moment"
    case .interrupted: "stopped; nothing was changed"
    case .options, .refused: ""
    }
  }
}

extension Problems {
  /// A line a problem.
  public func told(_ spelled: (Action) -> String) -> [String] {
    kept.map { $0.text(spelled) } + (count > kept.count ? ["… and \(count - kept.count) more problems"] : [])
  }

  /// All problems, then what they come to.
  public func report(_ spelled: (Action) -> String) -> String {
    let sum = count == 1 ? "1 problem; nothing was changed" : "\(count) problems; nothing was changed"
    return (told(spelled) + [sum]).joined(separator: "\n")
  }
}
