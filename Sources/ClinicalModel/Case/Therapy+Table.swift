extension Therapy {
  public static let table = Table<Therapy>(
    "therapies", noun: "therapy", "One agent, course or procedure.", .numbered("T"),
    fields: [
      Field("category", "Category", \.category, .sensitive, "Kind of therapy.", required: true),
      Field(
        "indication", "Indication", \.indication, .sensitive,
        "What it was given for; a steroid for the lung is no steroid for the syndrome."),
      Field("intent", "Intent", \.intent, .safe, "Aim of the therapy."),
      Field("sequence", "Order", \.sequence, .safe, "Order as told, when the source gives no dates."),
      Field("line", "Line", \.line, .safe, "Line of systemic anticancer therapy."),
      Field("regimen", "Regimen", \.regimen, .sensitive, "Name of the regimen, as written."),
      Field("agent", "Agent", \.agent, .sensitive, "One drug by its international non-proprietary name."),
      Field("dose", "Dose", \.dose, .safe, "One dose, in dose_unit per dose_per."),
      Field("dose_text", "Dose in words", \.doseText, .quasi, "The dose in the words of the source."),
      Field("dose_unit", "Dose unit", \.doseUnit, .safe, "Unit of the dose, UCUM (mg)."),
      Field("dose_per", "Dose per", \.dosePer, .safe, "What the dose is counted by."),
      Field("dose_is_max", "Dose is a maximum", \.doseIsMax, .safe, "true when the source says \"up to\"."),
      Field("times_per_day", "Times a day", \.timesPerDay, .safe, "How often a day."),
      Field("interval_days", "Interval", \.intervalDays, .safe, "Days from one dose or cycle to the next."),
      Field("cycles", "Cycles", \.cycles, .safe, "Number of cycles given."),
      Field("route", "Route", \.route, .safe, "Route of administration, only where the source says it."),
      Field("start_date", "Start", \.startDate, .quasi, "First day."),
      Field("end_date", "End", \.endDate, .quasi, "Last day."),
      Field("status", "Status", \.status, .safe, "Whether it was given; given unless the source says otherwise."),
      Field("stop_reason", "Stopped for", \.stopReason, .safe, "Why it ended."),
      Field(
        "supports_id", "Supports", \.supportsID, .safe, "The therapy that this one makes possible.",
        reference: "therapies"),
      Field("technique", "Technique", \.technique, .safe, "Technique or procedure in words."),
      Field("laterality", "Side", \.laterality, .safe, "Side treated."),
      Field("level_from", "Level, upper", \.levelFrom, .safe, "The highest spinal level treated."),
      Field("level_to", "Level, lower", \.levelTo, .safe, "The lowest spinal level treated."),
      Field("planned_gy", "Dose planned", \.plannedGy, .safe, "Radiation dose as planned."),
      Field("planned_fractions", "Fractions planned", \.plannedFractions, .safe, "Number of fractions as planned."),
      Field("delivered_gy", "Dose delivered", \.deliveredGy, .safe, "Radiation dose as delivered."),
      Field(
        "delivered_fractions", "Fractions delivered", \.deliveredFractions, .safe, "Number of fractions as delivered."),
      Field("residual", "Residual", \.residual, .safe, "What surgery left behind."),
      Field("reported_in", "Reported in", \.reportedIn, .safe, "Where the source tells of it, when not in its text."),
    ],
    children: [Children(\.targets)])
}

/// A lesion that a therapy aims at; its id is the lesion's.
public struct TherapyTarget: TypedRow {
  public var id = ""
  public var certainty: TargetCertainty?

  public init() {}

  public static let table = Table<TherapyTarget>(
    "therapy_targets", key: "targets", noun: "target", "A lesion that a therapy aims at.",
    .named(by: "lesion_id", of: "lesions"),
    parent: "therapy_id",
    fields: [
      Field("certainty", "Certainty", \.certainty, .safe, "How sure the source makes it.")
    ])
}
