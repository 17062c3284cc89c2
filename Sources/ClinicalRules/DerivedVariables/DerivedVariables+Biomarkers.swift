import ClinicalModel

extension DerivedVariables {
  static let biomarkers: [DerivedVariable] = [
    DerivedVariable(
      "pd_l1_tps", "PD-L1 TPS", .real, unit: "%", .safe,
      "PD-L1 tumour proportion score; empty when only a bound is reported, or several that differ."
    ) { reading in
      reading.single("pd_l1_tps") { $0.exactValue.map(Derived.amount) }
    },
    DerivedVariable(
      "msi", "Microsatellite status", .text, .sensitive, "Microsatellite status in the words of the source.",
      known: .microsatellites
    ) {
      reading in
      reading.single("msi") { ($0.valueText ?? $0.exactValue?.written).map(Derived.text) }
    },
  ]
}

extension DerivationInput {
  func measurements(_ code: String) -> [Measurement] { subject.measurements.filter { $0.code?.text == code } }

  /// What all results of one measure agree on.
  fileprivate func single(_ code: String, _ read: (Measurement) -> Derived?) -> Derived {
    let results = measurements(code)
    if results.isEmpty { return .absent(.notReported) }
    let told = results.compactMap(read)
    if let value = told.first { return told.allSatisfy { $0 == value } ? value : .absent(.severalDiffer) }
    for result in results {
      if let why = whyAbsent(value: result) { return .annotated(why) }
    }
    return .absent(results.contains { $0.value != nil } ? .onlyABoundReported : .notRecorded)
  }

  /// The reason that an annotation gives for a measurement without a value.
  func whyAbsent(value measurement: Measurement) -> String? {
    whyAbsent("measurements/\(measurement.id)/value") ?? whyAbsent("measurements/\(measurement.id)/value_text")
  }
}

extension Measurement {
  /// The lowest value that it can be; nil when the source sets none.
  var lowest: Double? {
    switch comparator {
    case .less, .atMost: nil
    case .equal, .atLeast, .more, .about, .notReported, nil: value?.value
    }
  }

  /// The highest value that it can be; nil when the source sets none.
  var highest: Double? {
    switch comparator {
    case .atLeast, .more: valueMax?.value
    case .less, .atMost, .equal, .about, .notReported, nil: valueMax?.value ?? value?.value
    }
  }

  /// The value when it is one number.
  var exactValue: Double? { lowest.flatMap { $0 == highest ? $0 : nil } }
}
