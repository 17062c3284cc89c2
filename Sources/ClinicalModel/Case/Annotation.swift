/// A remark on one field of one row: where it comes from, why it is absent, what contradicts it.
public struct Annotation: TypedRow {
  public var id = ""
  public var about: CellPath?
  public var kind: AnnotationKind?
  public var reason: String?
  public var derivation: Derivation?
  public var confidence: Confidence?
  public var sourceID: Identifier?
  public var section: String?
  public var quote: Quote?
  public var rule: String?

  public init() {}

  public static let table = Table<Annotation>(
    "annotations", noun: "annotation", "A remark on one field of one row.", .numbered("N"),
    fields: [
      Field(
        "about", "About", \.about, .safe, "The field that it is about: therapies/T3/route, or cases/country.",
        required: true),
      Field("kind", "Kind", \.kind, .safe, "What the remark is.", required: true),
      Field("reason", "Reason", \.reason, .quasi, "Why a value is absent, contradicted or overridden."),
      Field("derivation", "Derivation", \.derivation, .safe, "Where the value comes from."),
      Field("confidence", "Confidence", \.confidence, .safe, "How sure the curator is."),
      Field("source_id", "Source", \.sourceID, .quasi, "The source that the remark rests on.", reference: "sources"),
      Field("section", "Section", \.section, .safe, "Section, page, figure or table of the source."),
      Field("quote", "Quote", \.quote, .quasi, "The words of the source, at most 25."),
      Field("rule", "Rule", \.rule, .safe, "The edit check that the remark answers."),
    ])
}

extension Annotation {
  /// Follows a source to another id.
  public mutating func rename(source old: String, to new: String) {
    if sourceID?.text == old { sourceID = Identifier(squeezing: new) }
    if let about, about.table == Source.table.schema.name, about.row == old { self.about = about.moved(toRow: new) }
  }
}
