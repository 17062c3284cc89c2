/// One assessment of response: of everything, of one lesion, of a region or of a symptom.
public struct Response: TypedRow {
  public var id = ""
  public var scope: ResponseScope?
  public var lesionID: RowID?
  public var region: String?
  public var criteria: ResponseCriteria?
  public var category: ResponseCategory?
  public var assessedDate: PartialDate?
  public var atGy: Quantity<Gray>?
  public var atFraction: Count<Fractions>?
  public var preferred: Bool?
  public var verbatim: String?
  public var therapies: [ResponseTherapy] = []

  public init() {}

  public static let table = Table<Response>(
    "responses", noun: "response", "One assessment of response.", .numbered("R"),
    fields: [
      Field("scope", "Scope", \.scope, .safe, "What the response is the response of."),
      Field("lesion_id", "Lesion", \.lesionID, .safe, "The lesion that was assessed.", reference: "lesions"),
      Field("region", "Region", \.region, .quasi, "The region, or the symptom, in words."),
      Field(
        "criteria", "Criteria", \.criteria, .safe, "The criteria named by the source; unspecified when it names none."),
      Field("category", "Response", \.category, .safe, "The response as published."),
      Field("assessed_date", "Assessed", \.assessedDate, .quasi, "When it was assessed."),
      Field("at_gy", "At dose", \.atGy, .safe, "The dose given so far, of a response within a course."),
      Field(
        "at_fraction", "At fraction", \.atFraction, .safe, "The fractions given so far, of a response within a course."),
      Field(
        "preferred", "Preferred", \.preferred, .safe,
        "true for the one that a curator takes where a source gives several."),
      Field("verbatim", "Verbatim", \.verbatim, .quasi, "The response in the words of the source, at most 25."),
    ],
    children: [Children(\.therapies)])
}

/// A therapy credited with a response; its id is the therapy's.
public struct ResponseTherapy: TypedRow {
  public var id = ""

  public init() {}

  public static let table = Table<ResponseTherapy>(
    "response_therapies", key: "therapies", noun: "credited therapy", "A therapy credited with a response.",
    .named(by: "therapy_id", of: "therapies"), parent: "response_id", fields: [])
}
