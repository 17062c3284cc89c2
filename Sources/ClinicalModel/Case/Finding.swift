/// A symptom, sign, complication, comorbidity or event: seen, or looked for and not seen.
public struct Finding: TypedRow {
  public var id = ""
  public var kind: FindingKind?
  public var code: FindingCode?
  public var label: String?
  public var presence: Presence?
  public var laterality: Laterality?
  public var levelFrom: SpinalLevel?
  public var levelTo: SpinalLevel?
  public var method: ExtensibleCode<FindingMethod>?
  public var onsetDate: PartialDate?
  public var resolvedDate: PartialDate?
  public var verbatim: String?

  public init() {}

  public static let table = Table<Finding>(
    "findings", noun: "finding", "A symptom, sign, complication, comorbidity or event (transfer, discharge, flare).",
    .numbered("F"),
    fields: [
      Field("kind", "Kind", \.kind, .sensitive, "What kind of finding it is."),
      Field("code", "Finding", \.code, .sensitive, "Term of the Human Phenotype Ontology, or a local one (mps:)."),
      Field("label", "Finding in words", \.label, .quasi, "The finding in words."),
      Field(
        "presence", "Presence", \.presence, .sensitive,
        "absent when the source says that it was not there; a finding told without it was there."),
      Field("laterality", "Side", \.laterality, .safe, "Side of the finding."),
      Field("level_from", "Level, upper", \.levelFrom, .safe, "The highest spinal level or root."),
      Field("level_to", "Level, lower", \.levelTo, .safe, "The lowest spinal level or root."),
      Field("method", "Method", \.method, .safe, "How it was found."),
      Field("onset_date", "Began", \.onsetDate, .quasi, "When it began, or happened."),
      Field("resolved_date", "Resolved", \.resolvedDate, .quasi, "When it had gone."),
      Field("verbatim", "Verbatim", \.verbatim, .quasi, "The words of the source, at most 25."),
    ])

  /// A finding given as a word keeps the word.
  public mutating func fillImplied() {
    if label == nil { label = code?.word }
  }
}
