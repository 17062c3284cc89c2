import ClinicalModel

extension EditChecks {
  static let syndrome: [EditCheck] = [
    EditCheck(
      "MP-01", .warning, "The criteria are told, and give what the authors call it.",
      fields: [
        "mps_episodes.plexopathy", "mps_episodes.fixed_hip_flexion", "mps_episodes.imaging_involvement",
        "cases.labelled_mps",
      ],
      source: "Stevens and Gonet 1990, Agar 2004"
    ) { reading, judge in
      guard let episode = reading.facts.episode else { return judge.cannot("no episode is told") }
      let criteria: [(String, Criterion?)] = [
        ("plexopathy", episode.plexopathy), ("fixed_hip_flexion", episode.fixedHipFlexion),
        ("imaging_involvement", episode.imagingInvolvement),
      ]
      for (name, value) in criteria {
        judge.expect(
          value != nil || reading.isExplained(reading.at(episode, name)), .incomplete,
          "\(name) of \(episode.id) is blank",
          mend: "write present, absent, or not_reported", [reading.at(episode, name)])
      }
      guard let label = reading.subject.labelledMPS else { return }
      let certainty = MPSCertainty(of: reading.facts)
      let calls = label.lowercased()
      let isCalled = calls == "mps" || calls.hasPrefix("malignant psoas syndrome")
      judge.expect(
        !isCalled || (certainty != .notMPS && certainty != .involvementOnly), .warning,
        "the authors call it \(label), and the criteria make it \(certainty.rawValue)",
        mend: "check the criteria of \(episode.id); the label stays as published",
        ["cases/labelled_mps", reading.at(episode, "fixed_hip_flexion")])
    },
    EditCheck(
      "MP-02", .error, "The syndrome is on the side of a psoas lesion.",
      fields: ["mps_episodes.side", "lesions.laterality"], source: "definition of the syndrome (ipsilateral)"
    ) { reading, judge in
      for episode in reading.subject.mpsEpisodes {
        guard let side = episode.side, side == .right || side == .left else { continue }
        let sides = reading.facts.psoasLesions.map(\.laterality)
        guard !sides.isEmpty, sides.allSatisfy({ $0 == .right || $0 == .left }) else {
          judge.cannot("the side of a psoas lesion is not known")
          continue
        }
        judge.expect(
          sides.contains(side), .error,
          "\(episode.id) is on the \(side.rawValue), and the psoas lesion on the \(sides[0]?.rawValue ?? "")",
          mend: "check both sides",
          [reading.at(episode, "side")] + reading.facts.psoasLesions.map { reading.at($0, "laterality") })
      }
    },
    EditCheck(
      "MP-03", .warning, "What is called definite rests on a plexopathy that the source states.",
      fields: ["mps_episodes.plexopathy"], source: "this registry"
    ) { reading, judge in
      guard let episode = reading.facts.episode, MPSCertainty(of: reading.facts) == .definite else { return }
      let path = reading.at(episode, "plexopathy")
      let inferred = reading.subject.annotations.first {
        $0.about?.text == path && ($0.derivation == .inferred || $0.confidence == .low || $0.confidence == .probable)
      }
      judge.expect(
        inferred == nil, .warning,
        "the syndrome is definite by a plexopathy that is \(inferred?.derivation?.rawValue ?? "uncertain")",
        mend: "write plexopathy probable where the source does not state it", [path])
    },
    EditCheck(
      "MP-04", .error, "The syndrome does not begin long before imaging still shows a healthy muscle.",
      fields: ["mps_episodes.onset_date", "lesion_observations.observed_date"], source: "this registry"
    ) { reading, judge in
      guard let onset = reading.date("onset_date", reading.facts.episode) else {
        return judge.cannot("no onset is told")
      }
      for lesion in reading.facts.psoasLesions {
        let first = reading.date("first_seen_date", lesion)
        for seen in lesion.observations where seen.presence == .absent {
          guard let first, let looked = reading.date("observed_date", seen), first.isCertainlyAfter(looked) else {
            continue
          }
          judge.order(
            looked, notAfter: onset, by: 90,
            mend: "check both dates; \(lesion.id) was not there then")
        }
      }
    },
    EditCheck(
      "MP-05", .error, "A pain score lies on its scale, and severe pain is no score up to 3.",
      fields: ["measurements.value", "measurements.value_max"], source: "numerical rating scale"
    ) { reading, judge in
      for score in reading.subject.measurements {
        let highest = score.code?.text == "nrs" ? 10.0 : score.code?.text == "vas" ? 100 : nil
        guard let highest, let value = score.valueMax?.value ?? score.value?.value else { continue }
        judge.expect(
          (0...highest).contains(value), .error,
          "\(score.code?.text.uppercased() ?? "") of \(score.id) is \(value.written), and the scale ends at \(highest.written)",
          mend: "check the score and its scale", [reading.at(score, "value"), reading.at(score, "code")])
        guard score.code?.text == "nrs", value <= 3 else { continue }
        let words =
          [score.valueText]
          + reading.subject.findings.filter { finding in
            finding.onsetDate != nil && finding.onsetDate == score.measuredDate && finding.isPresent
          }.flatMap { [$0.label, $0.verbatim] }
        let severe = words.compactMap { $0 }.first { $0.lowercased().holds("severe") }
        judge.expect(
          severe == nil, .warning,
          "NRS of \(score.id) is \(value.written), and the source says \((severe ?? "").quoted)",
          mend: "check both", [reading.at(score, "value")])
      }
    },
    EditCheck(
      "MP-06", .warning, "A lumbosacral plexopathy lies between L1 and S1, a femoral one between L2 and L4.",
      fields: ["findings.level_from", "findings.level_to", "findings.code"], source: "anatomy"
    ) { reading, judge in
      for finding in reading.subject.findings {
        let isFemoral = finding.label?.lowercased().holds("femoral") == true
        guard isFemoral || finding.concept == "mps:lumbosacral_plexopathy" else { continue }
        let levels = [finding.levelFrom, finding.levelTo].compactMap { $0 }.filter { $0 != .notReported }
        let allowed: Set<SpinalLevel> = isFemoral ? [.l2, .l3, .l4] : [.l1, .l2, .l3, .l4, .l5, .s1]
        if levels.isEmpty { judge.cannot("no level is told") }
        for level in levels {
          judge.expect(
            allowed.contains(level), .warning,
            "\(finding.id) is a \(isFemoral ? "femoral" : "lumbosacral") finding at \(level.rawValue)",
            mend: "check the level",
            [reading.at(finding, "level_from"), reading.at(finding, "level_to")])
        }
      }
    },
  ]
}
