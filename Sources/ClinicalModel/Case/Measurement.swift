/// A score, a laboratory value or the level of a biomarker, at a time.
public struct Measurement: TypedRow {
  public var id = ""
  public var code: MeasurementCode?
  public var value: Quantity<Reading>?
  public var valueMax: Quantity<Reading>?
  public var valueText: String?
  public var comparator: Comparator?
  public var unit: UnitCode?
  public var unitText: String?
  public var referenceLow: Quantity<Reading>?
  public var referenceHigh: Quantity<Reading>?
  public var site: String?
  public var lesionID: RowID?
  public var measuredDate: PartialDate?

  public init() {}

  public static let table = Table<Measurement>(
    "measurements", noun: "measurement", "A score, a laboratory value or the level of a biomarker.", .numbered("V"),
    fields: [
      Field("code", "Measure", \.code, .safe, "What was measured.", required: true),
      Field("value", "Value", \.value, .sensitive, "The number; the lower end of a range."),
      Field("value_max", "Value, upper end", \.valueMax, .sensitive, "The upper end of a range."),
      Field("value_text", "Value in words", \.valueText, .quasi, "A value that is no number."),
      Field("comparator", "Comparator", \.comparator, .safe, "How the number stands to what was measured."),
      Field("unit", "Unit", \.unit, .safe, "Unit in UCUM; left out where the source prints none."),
      Field("unit_text", "Unit as printed", \.unitText, .safe, "Unit as the source prints it."),
      Field("reference_low", "Reference, lower", \.referenceLow, .safe, "Lower end of the normal range as printed."),
      Field("reference_high", "Reference, upper", \.referenceHigh, .safe, "Upper end of the normal range as printed."),
      Field("site", "Site", \.site, .safe, "Where it was measured: the painful place, the organ."),
      Field("lesion_id", "Lesion", \.lesionID, .safe, "The lesion that was measured.", reference: "lesions"),
      Field("measured_date", "Measured", \.measuredDate, .quasi, "When it was measured."),
    ])

  /// A unit that is no UCUM is kept as it is printed.
  public mutating func fillImplied() {
    if unitText == nil { unitText = unit?.word }
  }
}
