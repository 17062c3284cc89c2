public import ClinicalModel

extension DerivedVariables {
  static let genes: [DerivedVariable] =
    [
      DerivedVariable(
        "drivers", "Drivers", .text, .quasi, "Positive results that are drivers, or whose role nobody gave; each once.",
        release: .always, known: .alterations
      ) {
        labels($0.geneResults.filter(\.isDriver))
      },
      DerivedVariable(
        "resistance_alterations", "Resistance", .text, .quasi,
        "Positive results with the role of resistance; each once.", release: .always, known: .alterations
      ) {
        labels($0.geneResults.filter { $0.role == .resistance })
      },
      DerivedVariable(
        "driver_status", "Driver status",
        .choice(["driver_detected", "none_detected", "not_tested", "not_reported"], closed: true), .sensitive,
        "What all tests together say: none_detected when a test says so and none says otherwise."
      ) { .text(DriverStatus(of: $0.subject.molecularTests).rawValue) },
      DerivedVariable(
        "driver_scope", "Scope", .choice(["single_gene", "panel", "unspecified", "not_reported"], closed: true), .safe,
        "How widely the widest test looked."
      ) { reading in
        let scopes = reading.subject.molecularTests.compactMap(\.scope)
        let widest = [TestScope.panel, .singleGene, .unspecified].first { scopes.contains($0) }
        return .text((widest ?? .notReported).rawValue)
      },
    ]
    + ["ALK", "EGFR", "KRAS", "ROS1", "RET", "MET", "BRAF", "ERBB2"].map { gene($0, [$0]) }
    + [gene("NTRK", ["NTRK1", "NTRK2", "NTRK3"])]

  private static func gene(_ name: String, _ symbols: Set<String>) -> DerivedVariable {
    DerivedVariable(
      "gene_\(name.lowercased())", name,
      .choice(["positive", "negative", "equivocal", "failed", "not_tested", "not_reported"], closed: true), .sensitive,
      "The first of positive, equivocal, negative, failed, not_tested among its results; not_reported unless a test names the gene."
    ) { reading in
      let results = reading.geneResults.filter { $0.gene.map { symbols.contains($0.text) } == true }.compactMap(
        \.status)
      return .text((GeneStatus.strength.first { results.contains($0) } ?? .notReported).rawValue)
    }
  }

  private static func labels(_ results: [DriverGene]) -> Derived {
    var labels: [String] = []
    for result in results where result.status == .positive {
      if let label = result.label, !labels.contains(label) { labels.append(label) }
    }
    return labels.isEmpty ? .absent(.noneRecorded) : .text(labels.joined(separator: "; "))
  }
}

extension GeneStatus {
  /// Several results of one gene count as the first of these.
  public static let strength: [GeneStatus] = [.positive, .equivocal, .negative, .failed, .notTested]
}

extension DriverGene {
  /// A positive result that is a driver, or whose part nobody gave.
  var isDriver: Bool {
    guard status == .positive else { return false }
    return switch role {
    case .driver, .notStated, .notReported, nil: true
    case .resistance, .coAlteration, .biomarkerOnly: false
    }
  }

  /// `EML4::ALK fusion`, `MET amplification`, `EGFR`.
  public var label: String? {
    guard let gene else { return nil }
    let name = partnerGene.map { "\($0.text)::\(gene.text)" } ?? gene.text
    guard let alteration, alteration != .notReported, alteration != .other else { return name }
    return "\(name) \(alteration.rawValue)"
  }
}

/// What all tests of a case together say of drivers.
enum DriverStatus: String {
  case driverDetected = "driver_detected"
  case noneDetected = "none_detected"
  case notTested = "not_tested"
  case notReported = "not_reported"

  init(of tests: [MolecularTest]) {
    let results = tests.flatMap(\.driverGenes)
    let resistant = results.contains { $0.status == .positive && $0.role == .resistance }
    if tests.contains(where: { $0.outcome == .driverDetected }) || results.contains(where: \.isDriver) {
      self = .driverDetected
    } else if tests.contains(where: { $0.outcome == .noDriverDetected }) && !resistant {
      self = .noneDetected
    } else if !results.isEmpty && results.allSatisfy({ $0.status == .notTested }) {
      self = .notTested
    } else {
      self = .notReported
    }
  }
}
