/// A table of the registry that belongs to no single case file.
public struct RegistryTable: Sendable {
  public let name: String
  public let meaning: String
  /// All columns, the keys first.
  public let columns: [Column]

  public static let all = [caseLinks, cohorts, codes]

  /// Two cases that may be one patient.
  public static let caseLinks = RegistryTable(
    name: "case_links", meaning: "Two cases that may be one patient.",
    columns: [
      key("case_id", "Case", "The case with the lower id."),
      key("other_case_id", "Other case", "The case with the higher id."),
      Column(
        "state", "State", kind: LinkState.kind, privacy: .safe, required: true,
        meaning: "open until somebody decides."),
      Column(
        "score", "Score", kind: .real, range: 0...1, privacy: .safe, meaning: "How much speaks for one patient."),
      Column(
        "reason", "Reason", kind: .text, privacy: .quasi, meaning: "What speaks for it, or why it was decided so."),
      Column("decided_by", "Decided by", kind: .text, privacy: .quasi, meaning: "Who decided."),
    ])

  /// A question that has a name.
  public static let cohorts = RegistryTable(
    name: "cohorts", meaning: "A named, stored query.",
    columns: [
      key("id", "Name", "The cohort's name."),
      Column(
        "definition", "Definition", kind: .text, privacy: .safe, required: true,
        meaning: "The criteria, as the command line spells them."),
      Column(
        "created", "Created", kind: .text, privacy: .safe, required: true, meaning: "When it was made, UTC, ISO 8601."),
      Column("note", "Note", kind: .text, privacy: .quasi, meaning: "What it is for."),
    ])

  /// Codes that the user has brought, beside those that travel with the program.
  public static let codes = RegistryTable(
    name: "codes", meaning: "A code of a list that the user has brought, beside those of the program.",
    columns: [
      key("list", "List", "The list that the code is of."),
      key("code", "Code", "The code."),
      Column("label", "Label", kind: .text, privacy: .safe, required: true, meaning: "Its label."),
      Column("synonyms", "Synonyms", kind: .text, privacy: .safe, meaning: "Other words for it, separated by |."),
      Column("standard", "Standard", kind: .text, privacy: .safe, meaning: "The same in a published system."),
    ])

  private static func key(_ name: String, _ label: String, _ meaning: String) -> Column {
    Column(name, label, kind: .text, privacy: .quasi, required: true, meaning: meaning)
  }
}

/// What was decided of two cases that may be one patient.
public enum LinkState: String, RequiredValueSet {
  case open
  case samePatient = "same_patient"
  case distinct
}
