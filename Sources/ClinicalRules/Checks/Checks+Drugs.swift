import ClinicalModel

extension EditChecks {
  static let drugs: [EditCheck] = [
    EditCheck(
      "TX-09", .warning, "A dose is between half and twice what the drug is given in (own short list).",
      fields: ["therapies.agent", "therapies.dose", "therapies.dose_unit", "therapies.dose_per"], source: "drug labels"
    ) { reading, judge in
      for therapy in reading.facts.given {
        guard let agent = therapy.agent?.text, let usual = Self.usualDoses[agent] else { continue }
        guard let dose = therapy.dose?.value, therapy.doseUnit?.text == "mg", let per = therapy.dosePer?.text,
          per == "dose" || per == "day"
        else {
          judge.cannot("the dose is not told in mg per dose or day")
          continue
        }
        let single = per == "day" ? dose / max(1, therapy.timesPerDay?.value ?? usual.timesPerDay) : dose
        judge.expect(
          (usual.low * 0.5...usual.high * 2).contains(single), .warning,
          "\(agent) (\(therapy.id)) is \(dose.written) mg per \(per), and \(usual.low.written) to \(usual.high.written) mg a dose are usual",
          mend: "check the dose and what it is counted by", [reading.at(therapy, "dose"), reading.at(therapy, "agent")])
      }
    },
    EditCheck(
      "TX-13", .warning, "Opioids have their unit and route, and stay below 1000 mg of oral morphine a day.",
      fields: ["therapies.dose_unit", "therapies.route", "measurements.value"],
      source: "CDC 2022 (factors); this registry"
    ) { reading, judge in
      for opioid in reading.facts.given where opioid.category == .opioid && opioid.dose != nil {
        for (name, isTold) in [("dose_unit", opioid.doseUnit != nil), ("route", opioid.route != nil)] {
          judge.expect(
            isTold || reading.isExplained(reading.at(opioid, name)), .incomplete,
            "\(opioid.id) has the dose \(opioid.dose?.value.written ?? "") and no \(name)",
            mend: "write it, or remark that it is absent", [reading.at(opioid, name)])
        }
      }
      for told in reading.facts.measurements("ome") {
        guard let value = told.highest ?? told.lowest else { continue }
        judge.expect(
          value <= 1000, .warning, "\(told.id) is \(value.written) mg of oral morphine a day, and 1000 are rare",
          mend: "check the number and its unit", [reading.at(told, "value")])
      }
    },
    EditCheck(
      "TX-14", .error, "Grade 5 is death, and an immune-related event follows a checkpoint inhibitor.",
      fields: ["adverse_events.grade", "adverse_events.immune_related", "cases.vital_status"], source: "CTCAE"
    ) { reading, judge in
      let inhibitors = reading.facts.given.filter {
        $0.agent.map {
          $0.text.hasSuffix("limab") || $0.text.hasSuffix("lizumab") || $0.text.hasSuffix("volumab")
            || $0.text.hasSuffix("valumab")
        } == true
      }
      for event in reading.subject.adverseEvents {
        judge.expect(
          event.grade?.value != 5 || reading.facts.vitalStatus != .alive, .error,
          "\(event.id) has grade 5, which is death, and the patient is alive", mend: "check both",
          [reading.at(event, "grade"), "cases/vital_status"])
        guard event.immuneRelated == true else { continue }
        judge.expect(
          !inhibitors.isEmpty, .incomplete, "\(event.id) is immune-related, and no checkpoint inhibitor is told",
          mend: "add the drug as a therapy", [reading.at(event, "immune_related")])
        let began = reading.date("onset_date", event)
        let starts = inhibitors.map { reading.date("start_date", $0) }
        guard let began, !starts.isEmpty, starts.allSatisfy({ $0 != nil }) else { continue }
        let isLate = starts.compactMap { $0 }.allSatisfy { $0.isCertainlyAfter(began) }
        judge.expect(
          !isLate, .error, "\(began.told) is before every checkpoint inhibitor: \(starts[0]?.told ?? "")",
          mend: "check both dates", [began.path, starts[0]?.path ?? ""])
      }
    },
  ]

  /// Milligrams of one dose as the labels give them, Japanese ones included.
  private static let usualDoses: [String: (low: Double, high: Double, timesPerDay: Double)] = [
    "alectinib": (300, 600, 2), "lorlatinib": (100, 100, 1), "crizotinib": (250, 250, 2), "brigatinib": (90, 180, 1),
    "ceritinib": (450, 750, 1), "osimertinib": (80, 80, 1), "pembrolizumab": (200, 400, 1), "nivolumab": (240, 480, 1),
    "atezolizumab": (840, 1680, 1), "abiraterone": (1000, 1000, 1),
  ]
}
