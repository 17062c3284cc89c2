import ClinicalModel

extension EditChecks {
  static let stage: [EditCheck] = [
    EditCheck(
      "ST-01", .incomplete, "A staging names its system, and TNM its edition.",
      fields: [
        "stagings.system", "stagings.edition", "stagings.t", "stagings.n", "stagings.m", "stagings.stage_group",
      ],
      source: "ARGO, mCODE"
    ) { reading, judge in
      for staging in reading.stagings {
        let isTNM = staging.t != nil || staging.n != nil || staging.m != nil
        judge.expect(
          staging.system != nil || !(isTNM || staging.stageGroup != nil), .incomplete,
          "\(staging.id) names no system", mend: "write system TNM, FIGO, Ann Arbor or Lugano",
          [reading.at(staging, "system")])
        let isDated = staging.edition != nil || reading.isExplained(reading.at(staging, "edition"))
        judge.expect(
          staging.system?.text != "TNM" || isDated, .incomplete, "\(staging.id) names no edition of TNM",
          mend: "write the edition, or remark that it is absent", [reading.at(staging, "edition")])
        judge.expect(
          !isTNM || staging.system == nil || staging.system?.text == "TNM", .warning,
          "\(staging.id) has T, N or M and the system \(staging.system?.text ?? "")",
          mend: "give each system a staging of its own", [reading.at(staging, "system"), reading.at(staging, "t")])
      }
    },
    EditCheck(
      "ST-02", .error, "A stage group is one of its system.", fields: ["stagings.system", "stagings.stage_group"],
      source: "ARGO"
    ) { reading, judge in
      for staging in reading.stagings {
        guard let group = staging.stageGroup else { continue }
        guard let system = staging.system?.text else {
          judge.cannot("the system is not told")
          continue
        }
        let stage = StageGroup(group)
        let paths = [reading.at(staging, "stage_group"), reading.at(staging, "system")]
        if stage.number.map({ $0 > 4 }) == true {
          judge.fail(.error, "stage group \(group) is none of \(system), which ends with IV", mend: "check it", paths)
        } else {
          judge.expect(
            stage.number != nil, .warning, "stage group \(group) is not written as \(system) writes it",
            mend: "write it as in IVA", paths)
        }
      }
    },
    EditCheck(
      "ST-03", .warning,
      "Lung, 8th edition: T, N and M are not below what size, invasion, nodes and metastases say.",
      fields: [
        "stagings.t", "stagings.n", "stagings.m", "primary_tumours.size1_mm", "lesions.region",
        "lesions.first_seen_date",
        "findings.label",
      ], source: "AJCC and UICC, 8th edition; derived anew by this registry"
    ) { reading, judge in
      for (tumour, staging) in reading.lungStagings { reading.judgeLungStage(tumour, staging, &judge) }
    },
    EditCheck(
      "ST-04", .warning, "The stage group is the one that T, N and M give.",
      fields: ["stagings.stage_group", "stagings.t", "stagings.n", "stagings.m"],
      source: "AJCC and UICC, 8th edition (lung); NAACCR"
    ) { reading, judge in
      for tumour in reading.subject.primaryTumours {
        for staging in tumour.stagings {
          guard let group = staging.stageGroup, let m = staging.m?.text else {
            judge.cannot("M or the stage group is not told")
            continue
          }
          let stated = StageGroup(group)
          guard stated.number != nil,
            let implied = StageGroup.implied(
              by: staging, of: tumour.site, isEighth: reading.isEighth(staging, of: tumour))
          else { continue }
          judge.expect(
            implied.contains(stated), .warning,
            "stage group is \(group), and T\(staging.t?.text ?? "?") N\(staging.n?.text ?? "?") M\(m) is \(implied.text)",
            mend: "check them in the source; what is published stays",
            [
              reading.at(staging, "stage_group"), reading.at(staging, "t"), reading.at(staging, "n"),
              reading.at(staging, "m"),
            ])
        }
      }
    },
    EditCheck(
      "ST-05", .error, "Who had a metastasis when staged is not M0, nor stage I to III.",
      fields: ["stagings.m", "stagings.stage_group", "lesions.kind", "lesions.first_seen_date"],
      source: "prostate-redcap"
    ) { reading, judge in
      for tumour in reading.subject.primaryTumours {
        for staging in tumour.stagings {
          guard let staged = reading.date("staged_date", staging) ?? reading.date("diagnosed_date", tumour) else {
            judge.cannot("the staging has no date")
            continue
          }
          judge.pass()
          let isM0 = staging.m?.text == "0"
          let isLow = staging.stageGroup.flatMap { StageGroup($0).number }.map { $0 < 4 } == true && staging.m == nil
          guard isM0 || isLow || staging.m?.text == "1a" else { continue }
          for lesion in reading.subject.lesions where lesion.kind == .metastasis {
            guard let seen = reading.date("first_seen_date", lesion),
              staged.days(to: seen).map({ $0.upperBound <= 0 }) == true
            else { continue }
            let isThoracic = lesion.site.map { [34, 38].contains($0.number) } == true
            if staging.m?.text == "1a" && isThoracic { continue }
            let wasOther = lesion.observations.first?.interpretation != nil
            let stated = staging.m.map { "M\($0.text)" } ?? "stage \(staging.stageGroup ?? "")"
            judge.fail(
              wasOther || staging.m?.text == "1a" ? .warning : .error,
              "\(staging.id) says \(stated), and the metastasis \(lesion.id) was seen by then: \(seen.told)",
              mend: "check both; a lesion that was known only later keeps the published stage",
              [reading.at(staging, "m"), seen.path, staged.path])
          }
        }
      }
    },
    EditCheck(
      "ST-06", .warning, "A pathological stage rests on surgery.",
      fields: ["stagings.basis", "therapies.category", "lesion_observations.modality"], source: "NAACCR"
    ) { reading, judge in
      for staging in reading.stagings where staging.basis == .p {
        let operated =
          reading.subject.therapies.contains { $0.category == .surgery && $0.status == .given }
          || reading.subject.lesions.flatMap(\.observations).contains {
            ["surgery", "autopsy"].contains($0.modality?.text)
          }
        judge.expect(
          operated, .warning, "\(staging.id) is pathological (p), and no surgery is told",
          mend: "add the operation, or write basis c", [reading.at(staging, "basis")])
      }
    },
  ]
}

extension CheckInput {
  /// Whether the 8th edition of TNM was meant: it says so, or names none and is of 2018 or later.
  func isEighth(_ staging: Staging, of tumour: PrimaryTumour) -> Bool {
    if let edition = staging.edition { return edition == "8" }
    guard let window = (date("staged_date", staging) ?? date("diagnosed_date", tumour))?.entry.window else {
      return false
    }
    return window.axis == .calendar && window.days.lowerBound >= CalendarDay.number(year: 2018, month: 1, day: 1)
  }

  fileprivate var stagings: [Staging] { subject.primaryTumours.flatMap(\.stagings) }

  /// The stagings that the 8th edition for the lung may judge.
  fileprivate var lungStagings: [(PrimaryTumour, Staging)] {
    subject.primaryTumours.filter { $0.site?.group == "lung" }.flatMap { tumour in
      tumour.stagings.filter { staging in
        (staging.system == nil || staging.system?.text == "TNM") && isEighth(staging, of: tumour)
      }.map { (tumour, $0) }
    }
  }
}
