import ClinicalModel

extension EditChecks {
  static let followUp: [EditCheck] = [
    EditCheck(
      "FU-01", .error, "The living have no date and no cause of death; the dead have a date, or a reason why not.",
      fields: ["cases.vital_status", "cases.death_date", "cases.cause_of_death"], source: "ARGO, MoH"
    ) { reading, judge in
      guard let status = reading.subject.vitalStatus else { return judge.cannot("vital status is not told") }
      for (name, value) in [
        ("death_date", reading.subject.deathDate?.text), ("cause_of_death", reading.subject.causeOfDeath),
      ] where status == .alive {
        judge.expect(
          value == nil, .error, "vital status is alive and \(name) is \((value ?? "").quoted)", mend: "check both",
          ["cases/vital_status", "cases/\(name)"])
      }
      judge.expect(
        status != .dead || reading.subject.deathDate != nil || reading.isExplained("cases/death_date"), .incomplete,
        "the patient is dead and has no date of death",
        mend: "write it as the source does (E1+6mo), or remark that it is absent", ["cases/death_date"])
    },
    EditCheck(
      "FU-02", .error, "Nothing is after the last contact or in the future, and death is after diagnosis and onset.",
      fields: [
        "cases.last_contact_date", "cases.death_date", "primary_tumours.diagnosed_date", "mps_episodes.onset_date",
      ],
      source: "CanReg5, MoH"
    ) { reading, judge in
      let (last, death) = (
        reading.date("last_contact_date", reading.subject), reading.date("death_date", reading.subject)
      )
      let rounding = reading.subject.deathDate?.rounding ?? 0
      judge.order(last, notAfter: death, by: rounding)
      let isPostMortem = ["autopsy", "death_certificate"].contains(reading.facts.primary?.basis?.text)
      let diagnosis = isPostMortem ? nil : reading.date("diagnosed_date", reading.facts.primary)
      for event in [diagnosis, reading.date("onset_date", reading.facts.episode)] {
        judge.order(event, notAfter: death, by: rounding)
      }
      for event in [diagnosis] + reading.livingEvents {
        judge.order(event, notAfter: last, by: reading.subject.lastContactDate?.rounding ?? 0)
      }
      guard let today = reading.context.today else { return judge.cannot("no clock is at hand") }
      for event in reading.dates {
        guard let window = event.entry.window, window.axis == .calendar else { continue }
        judge.expect(
          window.days.lowerBound <= today, .error, "\(event.told) is in the future", mend: "check the year",
          [event.path])
      }
    },
    EditCheck(
      "FU-03", .warning, "Who was lost to follow-up is not known to be dead.",
      fields: ["findings.label", "cases.vital_status"], source: "ARGO"
    ) { reading, judge in
      let lost = reading.subject.findings.first { finding in
        [finding.label, finding.verbatim].compactMap { $0?.lowercased() }.contains { $0.holds("lost to follow") }
      }
      guard let lost else { return }
      judge.expect(
        reading.facts.vitalStatus != .dead, .warning,
        "\(lost.id) says lost to follow-up, and vital status is dead", mend: "check both",
        [reading.at(lost, "label"), "cases/vital_status"])
    },
    EditCheck(
      "FU-04", .warning, "Nothing was seen or measured after death.",
      fields: ["cases.death_date", "lesion_observations.observed_date", "measurements.measured_date"],
      source: "this registry"
    ) { reading, judge in
      guard let death = reading.date("death_date", reading.subject) else { return judge.cannot("no date of death") }
      for event in reading.livingEvents {
        judge.order(
          event, notAfter: death, by: 15 + (reading.subject.deathDate?.rounding ?? 0), .warning,
          mend: "check both; a reported survival may be rounded")
      }
    },
    EditCheck(
      "FU-05", .error, "What begins ends later.",
      fields: ["mps_episodes.resolved_date", "mps_episodes.recognised_date", "findings.resolved_date"],
      source: "cBioPortal"
    ) { reading, judge in
      for episode in reading.subject.mpsEpisodes {
        let onset = reading.date("onset_date", episode)
        judge.order(onset, notAfter: reading.date("recognised_date", episode))
        judge.order(onset, notAfter: reading.date("resolved_date", episode))
      }
      for finding in reading.subject.findings {
        judge.order(reading.date("onset_date", finding), notAfter: reading.date("resolved_date", finding))
      }
    },
    EditCheck(
      "FU-06", .error, "ECOG runs from 0 to 5, and 5 is death; it seldom jumps by three within a month.",
      fields: ["measurements.value", "measurements.measured_date", "cases.vital_status"], source: "ECOG"
    ) { reading, judge in
      let scores = reading.facts.measurements("ecog").filter { $0.value != nil }
      for score in scores {
        let value = score.valueMax?.value ?? score.value?.value ?? 0
        let path = [reading.at(score, "value")]
        judge.expect(
          (0...5).contains(value), .error, "ECOG of \(score.id) is \(value.written), and the scale is 0 to 5",
          mend: "check it; Karnofsky and Palliative Performance have codes of their own (kps, pps)", path)
        judge.expect(
          value != 5 || reading.facts.vitalStatus != .alive, .error,
          "ECOG of \(score.id) is 5, which is dead, and the patient is alive",
          mend: "check both", path + ["cases/vital_status"])
      }
      for (first, second) in zip(scores, scores.dropFirst()) {
        guard let a = reading.date("measured_date", first), let b = reading.date("measured_date", second),
          let days = a.days(to: b), (0...30).contains(days.lowerBound), days.upperBound <= 30,
          let from = first.value?.value, let to = second.value?.value, to < 5
        else { continue }
        judge.expect(
          abs(from - to) < 3, .rare, "ECOG goes from \(from.written) to \(to.written) in a month: \(a.told), \(b.told)",
          mend: "check both", [reading.at(first, "value"), reading.at(second, "value")])
      }
    },
  ]
}

extension CheckInput {
  /// What can only be seen or measured in the living.
  fileprivate var livingEvents: [TimedCell?] {
    subject.lesions.flatMap(\.observations).filter { $0.modality?.text != "autopsy" }.map { date("observed_date", $0) }
      + subject.measurements.map { date("measured_date", $0) } + subject.responses.map { date("assessed_date", $0) }
      + subject.adverseEvents.map { date("onset_date", $0) } + subject.mpsEpisodes.map { date("onset_date", $0) }
      + [date("presented_date", subject)]
  }
}
