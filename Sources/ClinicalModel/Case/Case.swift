/// A case: everything known of one patient. Rows name each other by id.
public struct Case: TypedRow {
  public var id = ""
  public var sex: Sex?
  public var ageMin: Count<Years>?
  public var ageMax: Count<Years>?
  public var ageAt: AgeMoment?
  public var presentedDate: PartialDate?
  public var ascertainment: Ascertainment?
  public var country: CountryCode?
  public var timeZero: String?
  public var smoking: Smoking?
  public var packYears: Quantity<PackYears>?
  public var labelledMPS: String?
  public var vitalStatus: VitalStatus?
  public var deathDate: PartialDate?
  public var causeOfDeath: String?
  public var lastContactDate: PartialDate?
  public var mpsStatusAtEnd: ExtensibleCode<EndStatus>?
  public var consentBy: ExtensibleCode<ConsentGiver>?
  public var status: CaseStatus?
  public var note: String?

  public var sources: [Source] = []
  public var primaryTumours: [PrimaryTumour] = []
  public var molecularTests: [MolecularTest] = []
  public var lesions: [Lesion] = []
  public var mpsEpisodes: [MPSEpisode] = []
  public var findings: [Finding] = []
  public var measurements: [Measurement] = []
  public var therapies: [Therapy] = []
  public var responses: [Response] = []
  public var adverseEvents: [AdverseEvent] = []
  public var annotations: [Annotation] = []

  public init() {}

  public static let table = Table<Case>(
    "cases", noun: "case", "A patient: one row, however many papers tell of the patient.", .wholeCase,
    fields: [
      Field(
        "sex", "Sex", \.sex, .quasi, "Sex as reported; unknown only when the source says that it is not known.",
        release: .always),
      Field(
        "age_min", "Age, lowest", \.ageMin, .quasi,
        "The lowest age in completed years that the source allows, at the moment age_at.", release: .bandStart),
      Field(
        "age_max", "Age, highest", \.ageMax, .quasi,
        "The highest age in completed years that the source allows; equal to age_min when one age is given.",
        release: .bandEnd),
      Field("age_at", "Age at", \.ageAt, .safe, "The moment that the age belongs to."),
      Field("presented_date", "Presented", \.presentedDate, .quasi, "When the patient first came with this illness."),
      Field("ascertainment", "Ascertainment", \.ascertainment, .safe, "How the registry came to know the case."),
      Field("country", "Country", \.country, .quasi, "Where the patient was treated."),
      Field(
        "time_zero", "Day 0", \.timeZero, .quasi, "What day 0 is when the source gives days instead of dates, in words."
      ),
      Field(
        "smoking", "Smoking", \.smoking, .sensitive,
        "Smoking status; pack-years alone do not say whether the patient still smokes."),
      Field("pack_years", "Pack-years", \.packYears, .quasi, "Packs a day times years, as reported."),
      Field("labelled_mps", "Called", \.labelledMPS, .quasi, "What the authors themselves call the syndrome."),
      Field(
        "vital_status", "Vital status", \.vitalStatus, .sensitive, "Alive or dead when the report ends.",
        example: "dead"),
      Field("death_date", "Died", \.deathDate, .quasi, "Date of death."),
      Field("cause_of_death", "Cause of death", \.causeOfDeath, .quasi, "Cause of death in the words of the source."),
      Field(
        "last_contact_date", "Last contact", \.lastContactDate, .quasi,
        "The last date on which the patient was known to be alive."),
      Field(
        "mps_status_at_end", "Syndrome at the end", \.mpsStatusAtEnd, .sensitive,
        "How the syndrome stood when the report ends."),
      Field(
        "consent_by", "Consent by", \.consentBy, .quasi, "Who consented to publication, by relation to the patient."),
      Field("status", "Status", \.status, .safe, "Where the registry's own work on the case stands."),
      Field("note", "Note", \.note, .quasi, "Free text of the registry."),
    ],
    children: [
      Children(\.sources), Children(\.primaryTumours), Children(\.molecularTests), Children(\.lesions),
      Children(\.mpsEpisodes), Children(\.findings), Children(\.measurements), Children(\.therapies),
      Children(\.responses), Children(\.adverseEvents), Children(\.annotations),
    ])

  /// The first primary is the index when none says so.
  public mutating func fillImplied() {
    if !primaryTumours.isEmpty, primaryTumours[0].role == nil, !primaryTumours.contains(where: { $0.role == .index }) {
      primaryTumours[0].role = .index
    }
  }
}
