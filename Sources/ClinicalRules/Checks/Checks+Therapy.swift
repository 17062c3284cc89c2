import ClinicalModel

extension EditChecks {
  static let therapy: [EditCheck] = (therapyTime + radiotherapy + drugs).sorted { $0.id < $1.id }
}

extension EditChecks {
  static let therapyTime: [EditCheck] = [
    EditCheck(
      "TX-01", .error, "A therapy begins before it ends, and not before the diagnosis.",
      fields: ["therapies.start_date", "therapies.end_date", "primary_tumours.diagnosed_date"], source: "MoH, ARGO"
    ) { reading, judge in
      let diagnosis = reading.date("diagnosed_date", reading.facts.primary)
      for therapy in reading.subject.therapies {
        let start = reading.date("start_date", therapy)
        judge.order(start, notAfter: reading.date("end_date", therapy))
        if [.systemic, .radiotherapy].contains(therapy.category) { judge.order(diagnosis, notAfter: start, .warning) }
      }
    },
    EditCheck(
      "TX-02", .error, "No therapy begins after death, or after the last contact with the living.",
      fields: ["therapies.start_date", "cases.death_date", "cases.last_contact_date"], source: "MoH; cBioPortal"
    ) { reading, judge in
      let death = reading.date("death_date", reading.subject)
      let last = reading.facts.vitalStatus == .alive ? reading.date("last_contact_date", reading.subject) : nil
      for therapy in reading.facts.given {
        let start = reading.date("start_date", therapy)
        judge.order(start, notAfter: death, by: reading.subject.deathDate?.rounding ?? 0)
        judge.order(start, notAfter: last, by: reading.subject.lastContactDate?.rounding ?? 0)
        judge.order(
          reading.date("end_date", therapy), notAfter: death, by: reading.subject.deathDate?.rounding ?? 0, .warning)
      }
    },
    EditCheck(
      "TX-03", .error, "What was not given has no delivered dose and no dates.",
      fields: ["therapies.status", "therapies.delivered_gy", "therapies.start_date"], source: "MoH"
    ) { reading, judge in
      for therapy in reading.subject.therapies {
        guard let status = therapy.status, [.plannedOnly, .offeredNotGiven, .notGiven, .offered].contains(status) else {
          continue
        }
        judge.expect(
          therapy.deliveredGy == nil && therapy.deliveredFractions == nil, .error,
          "\(therapy.id) is \(status.rawValue), and \((therapy.deliveredGy?.value ?? 0).written) Gy were delivered",
          mend: "write status given, or the dose as planned_gy",
          [reading.at(therapy, "status"), reading.at(therapy, "delivered_gy")])
        judge.expect(
          therapy.startDate == nil, .warning,
          "\(therapy.id) is \(status.rawValue), and has the start \(therapy.startDate?.text ?? "")",
          mend: "check both", [reading.at(therapy, "status"), reading.at(therapy, "start_date")])
      }
    },
    EditCheck(
      "TX-04", .error, "Only what was given is stopped, and nobody stops for the death of the living.",
      fields: ["therapies.stop_reason", "therapies.status", "cases.vital_status"], source: "mCODE"
    ) { reading, judge in
      for therapy in reading.subject.therapies {
        guard let reason = therapy.stopReason?.text else { continue }
        let paths = [reading.at(therapy, "stop_reason")]
        judge.expect(
          therapy.status == .given || therapy.status == nil || reason == "patient_choice", .warning,
          "\(therapy.id) is \(therapy.status?.rawValue ?? ""), and stopped for \(reason)", mend: "check both",
          paths + [reading.at(therapy, "status")])
        judge.expect(
          reason != "death" || reading.facts.vitalStatus != .alive, .error,
          "\(therapy.id) stopped for death, and the patient is alive", mend: "check both",
          paths + ["cases/vital_status"])
      }
    },
    EditCheck(
      "TX-05", .warning, "A cancer therapy says what it was for, or what it aimed at.",
      fields: ["therapies.indication", "therapy_targets.lesion_id"], source: "mCODE (FHIR-32387)"
    ) { reading, judge in
      for therapy in reading.facts.given where [.systemic, .radiotherapy, .surgery].contains(therapy.category) {
        judge.expect(
          therapy.indication != nil || !therapy.targets.isEmpty || therapy.intent != nil
            || therapy.category == .systemic,
          .warning,
          "\(therapy.id) (\(therapy.category?.rawValue ?? "")) says neither what it was for nor what it aimed at",
          mend: "write its indication or its targets", [reading.at(therapy, "indication")])
      }
    },
    EditCheck(
      "TX-10", .warning, "So many cycles fit into the time.",
      fields: ["therapies.cycles", "therapies.interval_days", "therapies.start_date", "therapies.end_date"],
      source: "this registry"
    ) { reading, judge in
      for therapy in reading.facts.given {
        guard let cycles = therapy.cycles?.value, cycles > 1, let interval = therapy.intervalDays?.value,
          let start = reading.date("start_date", therapy),
          let end = reading.date("end_date", therapy) ?? reading.date("death_date", reading.subject),
          let days = start.days(to: end)
        else { continue }
        let needed = Int((Double(cycles - 1) * interval * 0.9).rounded(.down))
        judge.expect(
          days.upperBound >= needed, .warning,
          "\(therapy.id) has \(cycles) cycles every \(interval.written) days between \(start.told) and \(end.told)",
          mend: "check cycles, interval and dates", [reading.at(therapy, "cycles"), start.path, end.path])
      }
    },
    EditCheck(
      "TX-11", .warning, "Lines follow each other in time.", fields: ["therapies.line", "therapies.start_date"],
      source: "ARGO"
    ) { reading, judge in
      let systemic = reading.facts.given.filter { $0.category == .systemic && $0.line != nil }
      for earlier in systemic {
        for later in systemic where (earlier.line?.value ?? 0) < (later.line?.value ?? 0) {
          judge.order(
            reading.date("start_date", earlier), notAfter: reading.date("start_date", later), .warning,
            mend:
              "check the lines: \(earlier.id) is line \(earlier.line?.value ?? 0), \(later.id) line \(later.line?.value ?? 0)"
          )
        }
      }
    },
    EditCheck(
      "TX-12", .warning, "Who had no treatment has none.", fields: ["therapies.technique", "therapies.regimen"],
      source: "ARGO"
    ) { reading, judge in
      let none = reading.facts.given.first { therapy in
        [therapy.technique, therapy.regimen].compactMap { $0?.lowercased() }.contains {
          $0.holds("no treatment") || $0.holds("best supportive care only")
            || $0.holds("supportive care alone")
        }
      }
      guard let none else { return }
      let other = reading.facts.given.first {
        [.systemic, .radiotherapy, .surgery].contains($0.category) && $0.id != none.id
      }
      judge.expect(
        other == nil, .warning,
        "\(none.id) says \((none.technique ?? none.regimen ?? "").quoted), and \(other?.id ?? "") is \(other?.category?.rawValue ?? "")",
        mend: "check both", [reading.at(none, "technique")])
    },
  ]
}
