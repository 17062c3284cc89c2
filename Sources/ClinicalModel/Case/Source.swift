/// A publication or a local record that tells of the patient.
///
/// A source is shared by all its cases; label and role belong to the tie between one source and one case.
public struct Source: TypedRow {
  public var id = ""
  public var kind: SourceKind?
  public var access: Access?
  public var doi: DOI?
  public var pmid: PMID?
  public var title: String?
  public var authors: String?
  public var journal: String?
  public var volume: String?
  public var pages: String?
  public var year: Count<CalendarYear>?
  public var institution: String?
  public var citation: String?
  public var language: ExtensibleCode<Language>?
  public var licence: String?
  public var label: String?
  public var role: SourceRole?

  public init() {}

  public static let table = Table<Source>(
    "sources", noun: "source", "A publication or a local record, shared by all cases that it tells of.", .publication,
    link: SharedLink(
      table: "case_sources", key: "source_id", columns: ["label", "role"],
      meaning: "A report of a patient: which source tells of which case, and as what."),
    fields: [
      Field("kind", "Kind", \.kind, .safe, "Kind of source."),
      Field("access", "Access", \.access, .safe, "How much of the source could be read."),
      Field("doi", "DOI", \.doi, .quasi, "Digital object identifier, without a resolver's address."),
      Field("pmid", "PMID", \.pmid, .quasi, "PubMed identifier."),
      Field("title", "Title", \.title, .quasi, "Title of the publication."),
      Field("authors", "Authors", \.authors, .quasi, "Authors as cited, the first one first."),
      Field("journal", "Journal", \.journal, .quasi, "Journal, in full or abbreviated."),
      Field("volume", "Volume", \.volume, .quasi, "Volume, with the issue in brackets."),
      Field("pages", "Pages", \.pages, .quasi, "Pages or article number."),
      Field("year", "Year", \.year, .quasi, "Year of the issue; a copyright line may name another."),
      Field("institution", "Institution", \.institution, .quasi, "Hospital or institution of the authors."),
      Field("citation", "Citation", \.citation, .quasi, "The whole citation, when its parts are not known."),
      Field("language", "Language", \.language, .safe, "Language of the source."),
      Field(
        "licence", "Licence", \.licence, .safe,
        "Licence of the publication; facts may be coded, text and figures follow the licence."),
      Field("label", "Label", \.label, .quasi, "The source's own name for the patient (Case 1)."),
      Field("role", "Role", \.role, .safe, "What the source is for this patient."),
    ])
}
