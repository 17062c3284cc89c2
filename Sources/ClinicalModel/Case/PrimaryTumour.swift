/// A primary tumour.
public struct PrimaryTumour: TypedRow {
  public var id = ""
  public var role: TumourRole?
  public var site: SiteCode?
  public var siteText: String?
  public var laterality: Laterality?
  public var histology: HistologyCode?
  public var histologyText: String?
  public var grade: ExtensibleCode<Grade>?
  public var size1MM: Quantity<Millimetres>?
  public var size2MM: Quantity<Millimetres>?
  public var size3MM: Quantity<Millimetres>?
  public var diagnosedDate: PartialDate?
  public var basis: ExtensibleCode<DiagnosisBasis>?
  public var stagings: [Staging] = []

  public init() {}

  public static let table = Table<PrimaryTumour>(
    "primary_tumours", noun: "primary tumour", "A primary tumour.", .numbered("P"),
    fields: [
      Field(
        "role", "Role", \.role, .safe,
        "Whether this cancer reached the psoas; the first primary is the index when none says so."),
      Field("site", "Site", \.site, .quasi, "Topography code of the primary."),
      Field("site_text", "Site in words", \.siteText, .quasi, "The site in the words of the source."),
      Field("laterality", "Side", \.laterality, .safe, "Side of a paired organ."),
      Field("histology", "Histology", \.histology, .quasi, "Morphology code with behaviour; a primary is never /6."),
      Field(
        "histology_text", "Histology in words", \.histologyText, .quasi, "The histology in the words of the source."),
      Field(
        "grade", "Grade", \.grade, .safe,
        "1 well, 2 moderately, 3 poorly differentiated, 4 undifferentiated; low or high."),
      Field(
        "size1_mm", "Size, first axis", \.size1MM, .safe,
        "The first axis as printed; the longest is the largest of the three."),
      Field("size2_mm", "Size, second axis", \.size2MM, .safe, "The second axis as printed."),
      Field("size3_mm", "Size, third axis", \.size3MM, .safe, "The third axis as printed."),
      Field("diagnosed_date", "Diagnosed", \.diagnosedDate, .quasi, "Date of diagnosis of this primary."),
      Field("basis", "Basis", \.basis, .safe, "What the diagnosis rests on."),
    ],
    children: [Children(\.stagings)])

  /// A site or histology given as a word keeps the word beside its code.
  public mutating func fillImplied() {
    if siteText == nil { siteText = site?.word }
    if histologyText == nil { histologyText = histology?.word }
  }
}
