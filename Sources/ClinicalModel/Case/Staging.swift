/// One staging as published: never corrected, a better one stands beside it.
public struct Staging: TypedRow {
  public var id = ""
  public var system: ExtensibleCode<StagingSystem>?
  public var edition: String?
  public var basis: StagingBasis?
  public var t: TCategory?
  public var n: NCategory?
  public var m: MCategory?
  public var stageGroup: String?
  public var stagedDate: PartialDate?
  public var verbatim: String?

  public init() {}

  public static let table = Table<Staging>(
    "stagings", noun: "staging", "One staging as published: never corrected, a better one stands beside it.",
    .numbered("S"), parent: "primary_tumour_id",
    fields: [
      Field("system", "System", \.system, .safe, "Staging system."),
      Field(
        "edition", "Edition", \.edition, .safe, "Edition of the system; left out when the source does not name it.",
        known: .editions),
      Field(
        "basis", "Basis", \.basis, .safe,
        "Clinical, pathological, after therapy (y), at recurrence (r), at autopsy (a)."),
      Field("t", "T", \.t, .safe, "T as published, without its letter."),
      Field("n", "N", \.n, .safe, "N as published, without its letter."),
      Field("m", "M", \.m, .safe, "M as published, without its letter."),
      Field("stage_group", "Stage", \.stageGroup, .safe, "Stage group as published (IVA).", known: .stageGroups),
      Field("staged_date", "Staged", \.stagedDate, .quasi, "Date of this staging."),
      Field("verbatim", "Verbatim", \.verbatim, .quasi, "The staging in the words of the source."),
    ])
}
