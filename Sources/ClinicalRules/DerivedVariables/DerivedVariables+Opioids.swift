import ClinicalModel
import SeedData

/// Oral morphine equivalents: as reported, and as calculated beside it.
extension DerivedVariables {
  static let opioidEquivalents: [DerivedVariable] = [
    DerivedVariable(
      "ome_reported_min", "OME reported, lowest", .real, unit: "mg/d", .safe,
      "Oral morphine equivalent of a day as the source reports it, the highest of several; the lower end of a range."
    ) { $0.reportedEquivalent(\.lowest) },
    DerivedVariable(
      "ome_reported_max", "OME reported, highest", .real, unit: "mg/d", .safe,
      "Oral morphine equivalent of a day as the source reports it, the highest of several; the upper end of a range."
    ) { $0.reportedEquivalent(\.highest) },
    DerivedVariable(
      "ome_calculated", "OME calculated", .real, unit: "mg/d", .safe,
      "Sum over opioids given at one time of daily dose times factor, the highest there was; empty when dose, route, factor or time of one is not known. The factors warn against converting one opioid to another."
    ) { $0.calculatedEquivalent },
    DerivedVariable(
      "ome_table", "OME factors", .text, .safe, "The table that the factors are from.", known: .opioidTables
    ) {
      reading in
      switch reading.calculatedEquivalent {
      case .value: .text(OpioidFactors.name)
      case .absent(let reason): .absent(reason)
      case .annotated(let reason): .annotated(reason)
      }
    },
  ]
}

/// Milligrams of oral morphine that one unit of an opioid counts as; oral in mg/d, transdermal fentanyl in ug/h.
enum OpioidFactors {
  static let name = "CDC 2022"

  /// Nil where the table has none: any other route, and drugs it does not list.
  static func factor(of agent: String, by route: String) -> Double? { table["\(agent) \(route)"] }

  private static let table: [String: Double] = Dictionary(
    uniqueKeysWithValues: SeedData.opioidFactors.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t")
      return Double(cells[2]).map { ("\(cells[0]) \(cells[1])", $0) }
    })
}

extension Therapy {
  /// Milligrams of oral morphine a day; ketamine counts for nothing.
  fileprivate var morphineEquivalent: Derived {
    if agent?.text == "ketamine" { return .amount(0) }
    guard let agent else { return .absent(.agentNotReported) }
    guard dose != nil else { return .absent(.doseNotReported) }
    guard let route, route.text != "not_reported" else { return .absent(.routeNotReported) }
    guard let factor = OpioidFactors.factor(of: agent.text, by: route.text) else {
      return .absent(.noFactorForDrugAndRoute)
    }
    guard let amount = route.text == "transdermal" ? microgramsPerHour : milligramsPerDay else {
      return .absent(.dailyDoseNotReported)
    }
    return .amount(amount * factor)
  }

  private var milligramsPerDay: Double? {
    switch (doseUnit?.text, dosePer?.text) {
    case ("mg", "day"), ("mg/d", nil), ("mg/d", "day"): dose?.value
    case ("mg", "dose"): dose.flatMap { dose in timesPerDay.map { dose.value * $0.value } }
    case _: nil
    }
  }

  private var microgramsPerHour: Double? {
    switch (doseUnit?.text, dosePer?.text) {
    case ("ug", "hour"), ("ug/h", nil), ("ug/h", "hour"): dose?.value
    case _: nil
    }
  }
}

extension DerivationInput {
  fileprivate func reportedEquivalent(_ end: (Measurement) -> Double?) -> Derived {
    let told = measurements("ome")
    let highest = told.max { ($0.highest ?? $0.lowest ?? -1) < ($1.highest ?? $1.lowest ?? -1) }
    guard let highest else { return .absent(.notReported) }
    if let value = end(highest) { return .amount(value) }
    return whyAbsent(value: highest).map(Derived.annotated)
      ?? .absent(highest.value == nil ? .notRecorded : .onlyABoundReported)
  }

  fileprivate var calculatedEquivalent: Derived {
    let opioids = given.filter { $0.category == .opioid }
    if opioids.isEmpty { return .absent(.noOpioidReported) }
    var amounts: [Double] = []
    for opioid in opioids {
      switch opioid.morphineEquivalent {
      case .value(.real(let amount)): amounts.append(amount)
      case .value: return .absent(.notComputable)
      case .absent(.routeNotReported):
        return absent("therapies/\(opioid.id)/route", else: .routeNotReported)
      case .absent(let reason): return .absent(reason)
      case .annotated(let reason): return .annotated(reason)
      }
    }
    var highest = 0.0
    for first in opioids {
      var sum = 0.0
      for (other, amount) in zip(opioids, amounts) {
        guard other.id == first.id || isGiven(other, when: first) != nil else {
          return .absent(.concurrencyNotReported)
        }
        if other.id == first.id || isGiven(other, when: first) == true { sum += amount }
      }
      highest = max(highest, sum)
    }
    return .amount(highest)
  }

  /// Whether one was being given when another began; nil when the dates do not say.
  private func isGiven(_ other: Therapy, when first: Therapy) -> Bool? {
    guard let begun = timeline.date("start_date", of: first), let start = timeline.date("start_date", of: other),
      let fromStart = CaseTimeline.days(from: start, to: begun)
    else { return nil }
    if fromStart.upperBound < 0 { return false }
    if fromStart == 0...0 { return true }
    guard let end = timeline.date("end_date", of: other), let toEnd = CaseTimeline.days(from: begun, to: end) else {
      return nil
    }
    if toEnd.upperBound < 0 { return false }
    return fromStart.lowerBound >= 0 && toEnd.lowerBound >= 0 ? true : nil
  }
}
