/// What somebody can do about a problem, as a value: a command line spells it as options and commands, a page as buttons.
public enum Action: Hashable, Sendable {
  /// Sets something of the command at hand, to a value where one is told.
  case set(Setting, to: String? = nil)
  /// Says which criterion of a cohort is meant.
  case ask(criterion: String)
  /// Empties a field.
  case unset(path: String)
  /// Adds a source to the case.
  case addSource
  /// Adds a remark to the case, of these fields.
  case addAnnotation(pairs: String)
  case run(Command)

  /// What can be set beside the case itself.
  public enum Setting: String, Sendable {
    case acceptRestored, asReported, caseID, columns, explain, format, formatOfFiles, identified, mostRows, mostSeconds,
      newPseudonyms, onExisting, output, profile, reason, registry, replace
  }

  public enum Command: Hashable, Sendable {
    case acceptRestored
    case check(case: String)
    case create
    /// Drafts a mapping for a sheet.
    case draftMapping(sheet: String)
    case findCodes
    case history(case: String? = nil)
    /// Brings files in.
    case `import`(file: String? = nil)
    case overrideCheck
    case saveCohort(name: String)
    case showCaseFile(case: String)
    case sheetTemplate
    case verify
  }
}

extension Action: CustomStringConvertible {
  /// Its own name, for a test or a log.
  public var description: String {
    switch self {
    case .set(let setting, let value): "‹\(setting)\(value.map { " \($0)" } ?? "")›"
    case .ask(let criterion): "‹\(criterion)›"
    case .unset(let path): "‹unset \(path)›"
    case .addSource: "‹addSource›"
    case .addAnnotation(let pairs): "‹addAnnotation \(pairs)›"
    case .run(let command): "‹\(command)›"
    }
  }
}
