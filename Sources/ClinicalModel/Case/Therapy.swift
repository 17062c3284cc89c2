/// One agent, course or procedure.
public struct Therapy: TypedRow {
  public var id = ""
  public var category: TherapyCategory?
  public var indication: ExtensibleCode<Indication>?
  public var intent: Intent?
  public var sequence: Count<Ordinal>?
  public var line: Count<TherapyLine>?
  public var regimen: String?
  public var agent: DrugName?
  public var dose: Quantity<Dose>?
  public var doseText: String?
  public var doseUnit: UnitCode?
  public var dosePer: ExtensibleCode<DosePer>?
  public var doseIsMax: Bool?
  public var timesPerDay: Quantity<TimesPerDay>?
  public var intervalDays: Quantity<IntervalDays>?
  public var cycles: Count<Cycles>?
  public var route: ExtensibleCode<Route>?
  public var startDate: PartialDate?
  public var endDate: PartialDate?
  public var status: TherapyStatus?
  public var stopReason: ExtensibleCode<StopReason>?
  public var supportsID: RowID?
  public var technique: String?
  public var laterality: Laterality?
  public var levelFrom: SpinalLevel?
  public var levelTo: SpinalLevel?
  public var plannedGy: Quantity<Gray>?
  public var plannedFractions: Count<Fractions>?
  public var deliveredGy: Quantity<Gray>?
  public var deliveredFractions: Count<Fractions>?
  public var residual: ExtensibleCode<Residual>?
  public var reportedIn: ExtensibleCode<ReportedIn>?
  public var targets: [TherapyTarget] = []

  public init() {}

  /// A therapy that a source tells of was given, unless it says otherwise.
  public mutating func fillImplied() {
    if status == nil { status = .given }
  }
}
