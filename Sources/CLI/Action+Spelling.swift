import ClinicalModel

extension Action {
  /// The action as options and commands of this command line: the only place that spells them for a message.
  var spelled: String {
    switch self {
    case .set(let setting, to: let value): "--\(setting.option)" + (value.map { " \($0)" } ?? "")
    case .ask(let criterion): "--\(criterion)"
    case .unset(let path): "--unset \(path)"
    case .addSource: "--source"
    case .addAnnotation(let pairs): "--annotation \(pairs)"
    case .run(let command): "psoas \(command.spelled)"
    }
  }
}

extension Action.Setting {
  fileprivate var option: String {
    switch self {
    case .acceptRestored: "accept-restored"
    case .asReported: "as-reported"
    case .caseID: "id"
    case .columns: "columns"
    case .explain: "explain"
    case .format: "format"
    case .formatOfFiles: "from"
    case .identified: "identified"
    case .mostRows: "max-rows"
    case .mostSeconds: "max-seconds"
    case .newPseudonyms: "new-pseudonyms"
    case .onExisting: "on-existing"
    case .output: "output"
    case .profile: "profile"
    case .reason: "reason"
    case .registry: "registry"
    case .replace: "replace"
    }
  }
}

extension Action.Command {
  fileprivate var spelled: String {
    func with(_ word: String?) -> String { word.map { " \($0)" } ?? "" }
    return switch self {
    case .acceptRestored: "verify --accept-restored --reason TEXT"
    case .check(let id): "check \(id)"
    case .create: "init"
    case .draftMapping(let sheet): "import \(sheet) --suggest-mapping"
    case .findCodes: "codes"
    case .history(let id): "history" + with(id)
    case .import(let file): "import" + with(file)
    case .overrideCheck: "check --override"
    case .saveCohort(let name): "cohort save \(name)"
    case .showCaseFile(let id): "show \(id) --format yaml"
    case .sheetTemplate: "template --format csv"
    case .verify: "verify"
    }
  }
}

extension Message {
  /// The sentence on this command line.
  var told: String { text(\.spelled) }
}
