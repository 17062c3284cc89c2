/// An adverse event of a therapy.
public struct AdverseEvent: TypedRow {
  public var id = ""
  public var term: String?
  public var grade: Count<EventGrade>?
  public var ctcaeVersion: String?
  public var immuneRelated: Bool?
  public var therapyID: RowID?
  public var action: ExtensibleCode<AdverseEventAction>?
  public var onsetDate: PartialDate?

  public init() {}

  public static let table = Table<AdverseEvent>(
    "adverse_events", noun: "adverse event", "An adverse event.", .numbered("A"),
    fields: [
      Field("term", "Event", \.term, .sensitive, "The event in the words of the source."),
      Field("grade", "Grade", \.grade, .safe, "Grade 1 to 5."),
      Field("ctcae_version", "CTCAE version", \.ctcaeVersion, .safe, "Version of CTCAE; left out where none is named."),
      Field(
        "immune_related", "Immune-related", \.immuneRelated, .safe, "true when the source calls it immune-related."),
      Field(
        "therapy_id", "Therapy", \.therapyID, .safe, "The therapy that it is attributed to.", reference: "therapies"),
      Field("action", "Action", \.action, .safe, "What was done about it."),
      Field("onset_date", "Began", \.onsetDate, .quasi, "When it began."),
    ])
}
