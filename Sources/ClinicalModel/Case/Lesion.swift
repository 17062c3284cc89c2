/// A tumour deposit.
public struct Lesion: TypedRow {
  public var id = ""
  public var primaryTumourID: RowID?
  public var kind: LesionKind?
  public var site: SiteCode?
  public var region: String?
  public var muscle: Muscle?
  public var laterality: Laterality?
  public var levelFrom: SpinalLevel?
  public var levelTo: SpinalLevel?
  public var involvement: ExtensibleCode<Involvement>?
  public var histology: HistologyCode?
  public var firstSeenDate: PartialDate?
  public var confirmation: Confirmation?
  public var observations: [LesionObservation] = []

  public init() {}

  public static let table = Table<Lesion>(
    "lesions", noun: "lesion", "A tumour deposit.", .numbered("L"),
    fields: [
      Field(
        "primary_tumour_id", "Primary tumour", \.primaryTumourID, .safe,
        "The primary that it comes from, when there are several.", reference: "primary_tumours"),
      Field("kind", "Kind", \.kind, .sensitive, "What the deposit is."),
      Field("site", "Site", \.site, .quasi, "Topography code of the deposit; psoas and iliopsoas muscle are C49.4."),
      Field("region", "Region", \.region, .quasi, "The place in words."),
      Field("muscle", "Muscle", \.muscle, .safe, "The muscle of the syndrome that it sits in."),
      Field("laterality", "Side", \.laterality, .safe, "Side of the deposit."),
      Field("level_from", "Level, upper", \.levelFrom, .safe, "The highest spinal level."),
      Field("level_to", "Level, lower", \.levelTo, .safe, "The lowest spinal level."),
      Field("involvement", "Involvement", \.involvement, .safe, "How the tumour reached the muscle."),
      Field("histology", "Histology", \.histology, .quasi, "Histology of the deposit itself, where it was examined."),
      Field(
        "first_seen_date", "First seen", \.firstSeenDate, .quasi,
        "When it was first seen, whatever it was then taken for."),
      Field("confirmation", "Confirmation", \.confirmation, .safe, "What its nature rests on."),
    ],
    children: [Children(\.observations)])

  /// A site given as a word keeps the word; one that names the muscle says the muscle.
  public mutating func fillImplied() {
    if muscle == nil, let word = site?.word { muscle = Muscle(rawValue: word.lowercased()) }
    if region == nil { region = site?.word }
  }

  /// Whether it sits in the psoas, the iliacus or both.
  public var isPsoas: Bool { muscle != nil && muscle != .notReported }
}
