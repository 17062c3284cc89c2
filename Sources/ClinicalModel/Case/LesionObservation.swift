/// A lesion seen, or looked for, at a time.
public struct LesionObservation: TypedRow {
  public var id = ""
  public var observedDate: PartialDate?
  public var modality: ExtensibleCode<Modality>?
  public var presence: Presence?
  public var size1MM: Quantity<Millimetres>?
  public var size2MM: Quantity<Millimetres>?
  public var size3MM: Quantity<Millimetres>?
  public var suvMax: Quantity<UptakeValue>?
  public var texture: String?
  public var trend: ExtensibleCode<Trend>?
  public var interpretation: String?

  public init() {}

  public static let table = Table<LesionObservation>(
    "lesion_observations", key: "observations", noun: "observation", "A lesion seen, or looked for, at a time.",
    .numbered("O"), parent: "lesion_id",
    fields: [
      Field("observed_date", "Observed", \.observedDate, .quasi, "Date of the observation."),
      Field("modality", "Modality", \.modality, .safe, "How it was looked at.", example: "fdg_pet_ct"),
      Field("presence", "Presence", \.presence, .safe, "Seen or not seen; a scan that shows nothing is a fact."),
      Field(
        "size1_mm", "Size, first axis", \.size1MM, .safe,
        "The first axis as printed; the longest is the largest of the three."),
      Field("size2_mm", "Size, second axis", \.size2MM, .safe, "The second axis as printed."),
      Field("size3_mm", "Size, third axis", \.size3MM, .safe, "The third axis as printed."),
      Field("suv_max", "SUVmax", \.suvMax, .safe, "Largest standardised uptake value."),
      Field("texture", "Texture", \.texture, .safe, "How it looks inside."),
      Field("trend", "Trend", \.trend, .safe, "Against the observation before, as reported."),
      Field("interpretation", "Taken for", \.interpretation, .quasi, "What it was taken for at that time."),
    ])
}
