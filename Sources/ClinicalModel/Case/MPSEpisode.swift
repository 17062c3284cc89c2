/// An episode of malignant psoas syndrome and its criteria (Stevens 1990; Agar 2004).
public struct MPSEpisode: TypedRow {
  public var id = ""
  public var side: Laterality?
  public var sideFirst: Laterality?
  public var onsetDate: PartialDate?
  public var recognisedDate: PartialDate?
  public var resolvedDate: PartialDate?
  public var plexopathy: Criterion?
  public var fixedHipFlexion: Criterion?
  public var stretchTest: Criterion?
  public var imagingInvolvement: Criterion?
  public var pathologyInvolvement: Criterion?

  public init() {}

  public static let table = Table<MPSEpisode>(
    "mps_episodes", noun: "episode",
    "An episode of malignant psoas syndrome and its criteria (Stevens 1990; Agar 2004).",
    .numbered("E"),
    fields: [
      Field("side", "Side", \.side, .safe, "Side of the syndrome."),
      Field("side_first", "First side", \.sideFirst, .safe, "The side on which a bilateral syndrome began."),
      Field("onset_date", "Onset", \.onsetDate, .quasi, "When its symptoms began."),
      Field("recognised_date", "Recognised", \.recognisedDate, .quasi, "When it was recognised as the syndrome."),
      Field("resolved_date", "Resolved", \.resolvedDate, .quasi, "When its symptoms had gone."),
      Field("plexopathy", "Plexopathy", \.plexopathy, .safe, "Ipsilateral proximal lumbosacral plexopathy."),
      Field("fixed_hip_flexion", "Fixed hip flexion", \.fixedHipFlexion, .safe, "Painful fixed flexion of the hip."),
      Field("stretch_test", "Stretch test", \.stretchTest, .safe, "Psoas stretch test."),
      Field(
        "imaging_involvement", "On imaging", \.imagingInvolvement, .safe,
        "Malignant involvement of the muscle on imaging."),
      Field(
        "pathology_involvement", "In pathology", \.pathologyInvolvement, .safe,
        "Malignant involvement of the muscle in pathology."),
    ])
}
