import ClinicalModel

extension EditChecks {
  static let biomarkers: [EditCheck] = [
    EditCheck(
      "BM-01", .error, "A gene is a known symbol, which the reader sees to, and has one result in one test.",
      fields: ["driver_genes.gene", "driver_genes.status"], source: "HGNC; cBioPortal"
    ) { reading, judge in
      for test in reading.subject.molecularTests {
        for (index, first) in test.driverGenes.enumerated() {
          judge.pass()
          for second in test.driverGenes.dropFirst(index + 1)
          where first.gene == second.gene && first.alteration == second.alteration && first.variant == second.variant {
            judge.expect(
              Set([first.status, second.status]) != [.positive, .negative], .error,
              "\(test.id) says \(first.gene?.text ?? "") \(first.status?.rawValue ?? "") in \(first.id) and \(second.status?.rawValue ?? "") in \(second.id)",
              mend: "give a second test its own row", [reading.at(first, "status"), reading.at(second, "status")])
          }
        }
      }
    },
    EditCheck(
      "BM-02", .error, "A fusion has two genes, and an amplification one.",
      fields: ["driver_genes.alteration", "driver_genes.partner_gene", "driver_genes.variant", "driver_genes.hgvs_p"],
      source: "HGNC 2021 (fusion notation); cBioPortal"
    ) { reading, judge in
      for result in reading.results where result.status == .positive {
        let paths = [reading.at(result, "alteration"), reading.at(result, "partner_gene")]
        let gene = result.gene?.text ?? ""
        switch result.alteration {
        case .fusion:
          judge.expect(
            result.partnerGene != result.gene || result.partnerGene == nil, .error,
            "\(result.id) is a fusion of \(gene) with itself",
            mend: "write the other gene as the partner", paths)
          judge.expect(
            result.partnerGene != nil || reading.isExplained(paths[1]), .incomplete,
            "\(result.id) is a fusion of \(gene) with no partner",
            mend: "write the partner, or remark that it is absent", paths)
        case .amplification:
          judge.expect(
            result.partnerGene == nil, .error,
            "\(result.id) is an amplification of \(gene) with the partner \(result.partnerGene?.text ?? "")",
            mend: "write alteration fusion, or take the partner away", paths)
        case .mutation:
          judge.expect(
            result.variant != nil || result.hgvsP != nil || result.hgvsC != nil, .incomplete,
            "\(result.id) is a mutation of \(gene) that nobody names", mend: "write the variant as the source does",
            [reading.at(result, "variant")])
        case .deletion, .insertion, .rearrangement, .copyNumberGain, .copyNumberLoss, .overexpression,
          .lossOfExpression, .methylation, .other, .notReported, nil:
          judge.pass()
        }
      }
    },
    EditCheck(
      "BM-03", .warning, "A test has its method, and the method can show the result.",
      fields: ["molecular_tests.method", "driver_genes.alteration"], source: "this registry"
    ) { reading, judge in
      for test in reading.subject.molecularTests {
        judge.expect(
          test.method != nil || reading.isExplained(reading.at(test, "method")), .incomplete,
          "\(test.id) has no method",
          mend: "write it, or not_reported", [reading.at(test, "method")])
        for result in test.driverGenes where result.status == .positive {
          guard let method = test.method?.text, let alteration = result.alteration else { continue }
          let wrong =
            method == "ihc" && (result.partnerGene != nil || [.fusion, .amplification, .mutation].contains(alteration))
            || method == "fish" && alteration == .mutation || method == "cytogenetics" && alteration == .mutation
          judge.expect(
            !wrong, .warning,
            "\(test.id) is \(method) and \(result.id) says \(alteration.rawValue) of \(result.gene?.text ?? "")",
            mend: "check both; a protein is overexpression, not a fusion",
            [reading.at(test, "method"), reading.at(result, "alteration")])
        }
      }
    },
    EditCheck(
      "BM-04", .error, "A PD-L1 score runs from 0 to 100.", fields: ["measurements.value", "measurements.value_max"],
      source: "definition of TPS and CPS"
    ) { reading, judge in
      for level in reading.subject.measurements where ["pd_l1_tps", "pd_l1_cps"].contains(level.code?.text) {
        for value in [level.value, level.valueMax].compactMap({ $0?.value }) {
          judge.expect(
            (0...100).contains(value), .error, "\(level.code?.text ?? "") of \(level.id) is \(value.written)",
            mend: "check it; the scale is 0 to 100", [reading.at(level, "value")])
        }
      }
    },
    EditCheck(
      "BM-05", .warning, "A test without a driver names its genes, or says that they are not named.",
      fields: ["molecular_tests.outcome", "molecular_tests.scope"], source: "this registry"
    ) { reading, judge in
      for test in reading.subject.molecularTests where test.outcome == .noDriverDetected {
        judge.expect(
          !test.driverGenes.isEmpty || test.scope == .unspecified || test.scope == .notReported, .warning,
          "\(test.id) found no driver, has the scope \(test.scope?.rawValue ?? "blank") and names no gene",
          mend: "add the genes that were tested, or write scope unspecified",
          [reading.at(test, "scope"), reading.at(test, "outcome")])
      }
    },
    EditCheck(
      "BM-06", .warning, "One specimen has one driver of those that exclude each other.",
      fields: ["driver_genes.gene", "driver_genes.role"], source: "this registry"
    ) { reading, judge in
      let exclusive: Set<String> = ["EGFR", "ALK", "ROS1", "RET", "KRAS", "BRAF", "NTRK1", "NTRK2", "NTRK3"]
      for test in reading.subject.molecularTests {
        let drivers = test.driverGenes.filter { $0.isDriver && $0.gene.map { exclusive.contains($0.text) } == true }
        let genes = Set(drivers.compactMap { $0.gene?.text }).sorted()
        if drivers.isEmpty { continue }
        judge.expect(
          genes.count < 2, .warning, "\(test.id) has the drivers \(genes.joined(separator: " and "))",
          mend: "check them; one that came later has the role resistance", drivers.map { reading.at($0, "gene") })
      }
    },
    EditCheck(
      "BM-07", .incomplete, "A test says what was tested, or when.",
      fields: ["molecular_tests.specimen", "molecular_tests.lesion_id", "molecular_tests.tested_date"], source: "ARGO"
    ) { reading, judge in
      for test in reading.subject.molecularTests {
        let explained = ["specimen", "tested_date"].contains { reading.isExplained(reading.at(test, $0)) }
        judge.expect(
          test.specimen != nil || test.lesionID != nil || test.testedDate != nil || explained, .incomplete,
          "\(test.id) has no specimen, lesion or date", mend: "write one of them, or remark that it is absent",
          [reading.at(test, "specimen")])
      }
    },
    EditCheck(
      "BM-08", .warning, "A targeted drug has its alteration, and an alteration its drug.",
      fields: ["therapies.agent", "driver_genes.gene"], source: "drug labels"
    ) { reading, judge in
      let positive = Set(
        reading.results.filter { $0.status == .positive }.flatMap { [$0.gene?.text, $0.partnerGene?.text] })
      for therapy in reading.facts.given {
        guard let agent = therapy.agent?.text, let genes = Self.targets[agent] else { continue }
        guard !reading.subject.molecularTests.isEmpty else {
          judge.cannot("no molecular test is told")
          continue
        }
        judge.expect(
          genes.contains { positive.contains($0) }, .warning,
          "\(agent) was given (\(therapy.id)), and no positive result in \(genes.sorted().joined(separator: " or ")) is told",
          mend: "add the test, or check the drug", [reading.at(therapy, "agent")])
      }
      let drugs = Set(reading.subject.therapies.compactMap { $0.agent?.text })
      for result in reading.results where result.isDriver {
        guard let gene = result.gene?.text, gene == "ALK" || gene == "EGFR" else { continue }
        let fitting = Self.targets.filter { $0.value.contains(gene) }.map(\.key).sorted()
        judge.expect(
          fitting.contains { drugs.contains($0) }, .information,
          "\(gene) is positive (\(result.id)), and no drug for it is told",
          mend: "nothing, when the source tells none", [reading.at(result, "gene")])
      }
    },
    EditCheck(
      "BM-09", .warning, "A specimen is not older than its lesion, nor younger than the patient's death.",
      fields: ["molecular_tests.tested_date", "lesions.first_seen_date", "cases.death_date"], source: "prostate-redcap"
    ) { reading, judge in
      for test in reading.subject.molecularTests {
        guard let tested = reading.date("tested_date", test) else { continue }
        judge.pass()
        if let lesion = reading.subject.lesions.first(where: { $0.id == test.lesionID?.text }) {
          judge.order(reading.date("first_seen_date", lesion), notAfter: tested, .warning)
        }
        judge.order(tested, notAfter: reading.date("death_date", reading.subject), .warning)
      }
    },
  ]

  private static let targets: [String: Set<String>] = [
    "alectinib": ["ALK"], "brigatinib": ["ALK", "ROS1"], "ceritinib": ["ALK", "ROS1"], "lorlatinib": ["ALK", "ROS1"],
    "crizotinib": ["ALK", "ROS1", "MET"], "osimertinib": ["EGFR"],
  ]
}

extension CheckInput {
  fileprivate var results: [DriverGene] { facts.geneResults }
}
