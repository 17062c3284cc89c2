/// One agent, course or procedure.
public struct Therapy: TypedRow {
  public var id = ""
  public var category: TherapyCategory?
  public var indication: Word<Indication>?
  public var intent: Intent?
  public var sequence: Whole<Ordinal>?
  public var line: Whole<TherapyLine>?
  public var regimen: String?
  public var agent: DrugName?
  public var dose: Amount<Dose>?
  public var doseText: String?
  public var doseUnit: UnitCode?
  public var dosePer: Word<DosePer>?
  public var doseIsMax: Bool?
  public var timesPerDay: Amount<TimesPerDay>?
  public var intervalDays: Amount<IntervalDays>?
  public var cycles: Whole<Cycles>?
  public var route: Word<Route>?
  public var startDate: PartialDate?
  public var endDate: PartialDate?
  public var status: TherapyStatus?
  public var stopReason: Word<StopReason>?
  public var supportsID: RowID?
  public var technique: String?
  public var laterality: Laterality?
  public var levelFrom: SpinalLevel?
  public var levelTo: SpinalLevel?
  public var plannedGy: Amount<Gray>?
  public var plannedFractions: Whole<Fractions>?
  public var deliveredGy: Amount<Gray>?
  public var deliveredFractions: Whole<Fractions>?
  public var residual: Word<Residual>?
  public var reportedIn: Word<ReportedIn>?
  public var targets: [TherapyTarget] = []

  public init() {}

  /// A therapy that a source tells of was given, unless it says otherwise.
  public mutating func settle() {
    if status == nil { status = .given }
  }
}
