/// A molecular test or panel; a panel that names no gene makes none of them negative.
public struct MolecularTest: TypedRow {
  public var id = ""
  public var method: ExtensibleCode<TestMethod>?
  public var scope: TestScope?
  public var outcome: TestOutcome?
  public var specimen: ExtensibleCode<Specimen>?
  public var lesionID: RowID?
  public var testedDate: PartialDate?
  public var verbatim: String?
  public var driverGenes: [DriverGene] = []

  public init() {}

  public static let table = Table<MolecularTest>(
    "molecular_tests", noun: "molecular test",
    "A molecular test or panel; a panel that names no gene makes none of them negative.", .numbered("M"),
    fields: [
      Field("method", "Method", \.method, .safe, "Laboratory method."),
      Field("scope", "Scope", \.scope, .safe, "One gene, a panel, or not said."),
      Field("outcome", "Outcome", \.outcome, .sensitive, "What the test as a whole says of drivers."),
      Field("specimen", "Specimen", \.specimen, .safe, "What was tested."),
      Field("lesion_id", "Lesion", \.lesionID, .safe, "The lesion that the specimen came from.", reference: "lesions"),
      Field("tested_date", "Tested", \.testedDate, .quasi, "Date of the test."),
      Field("verbatim", "Verbatim", \.verbatim, .quasi, "The result in the words of the source."),
    ],
    children: [Children(\.driverGenes)])
}
