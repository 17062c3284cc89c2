import ClinicalModel

extension EditChecks {
  static let radiotherapy: [EditCheck] = [
    EditCheck(
      "TX-06", .error, "A dose is its fractions times the dose of one, between 0.5 and 34 Gy.",
      fields: [
        "therapies.delivered_gy", "therapies.delivered_fractions", "therapies.planned_gy",
        "therapies.planned_fractions",
        "therapies.dose", "therapies.dose_text",
      ], source: "mCODE; this registry"
    ) { reading, judge in
      for course in reading.subject.therapies where course.category == .radiotherapy {
        for (name, dose, number) in [
          ("delivered", course.deliveredGy?.value, course.deliveredFractions?.value),
          ("planned", course.plannedGy?.value, course.plannedFractions?.value),
        ] {
          guard let dose, let number else { continue }
          let paths = [reading.at(course, "\(name)_gy"), reading.at(course, "\(name)_fractions")]
          let size = dose / Double(number)
          var told: String { "\(course.id) is \(dose.written) Gy in \(number) fractions" }
          var shown: String { ((size * 100).rounded() / 100).written }
          judge.expect(
            (0.5...34).contains(size), .error, "\(told), which is \(shown) Gy a fraction",
            mend: "check dose and fractions; was the dose printed in cGy?", paths)
          let technique = course.technique?.lowercased() ?? ""
          let isStereotactic = ["stereo", "sbrt", "sabr", "srs"].contains { technique.holds($0) }
          judge.expect(
            size <= 10 || isStereotactic || number == 1, .warning, "\(told), which is \(shown) Gy a fraction",
            mend: "write the technique when it was stereotactic", paths)
          guard let (printed, path, isField) = reading.fractionSize(of: course) else { continue }
          judge.expect(
            abs(printed - size) <= 0.02 * size + 0.01, isField ? .error : .warning,
            "\(told), which is \(shown) Gy a fraction, and \(printed.written) Gy a fraction is told",
            mend:
              "check all three; \(number) fractions of \(printed.written) Gy are \(((printed * Double(number) * 100).rounded() / 100).written) Gy",
            paths + [path])
        }
      }
    },
    EditCheck(
      "TX-07", .warning, "The fractions fit into the weekdays between start and end.",
      fields: ["therapies.delivered_fractions", "therapies.start_date", "therapies.end_date"], source: "this registry"
    ) { reading, judge in
      for course in reading.facts.given where course.category == .radiotherapy {
        guard let number = course.deliveredFractions?.value, let start = reading.date("start_date", course),
          let end = reading.date("end_date", course), let days = start.days(to: end)
        else { continue }
        guard start.entry.window?.axis == .calendar, let first = start.entry.window?.days,
          let last = end.entry.window?.days,
          first.count == 1, last.count == 1, days.count == 1, first.lowerBound <= last.lowerBound
        else {
          judge.cannot("the days of start and end are not told")
          continue
        }
        let weekdays = (first.lowerBound...last.lowerBound).count { (($0 + 3) % 7 + 7) % 7 < 5 }
        let aDay = max(1, Int((course.timesPerDay?.value ?? 1).rounded(.up)))
        judge.expect(
          number <= weekdays * aDay && Double(number) >= Double(weekdays) / 3 - 1, .warning,
          "\(course.id) has \(number) fractions on \(weekdays) weekdays: \(start.told), \(end.told)",
          mend: "check fractions and dates", [reading.at(course, "delivered_fractions"), start.path, end.path])
      }
    },
    EditCheck(
      "TX-08", .warning, "Radiotherapy names the lesion that it aimed at.",
      fields: ["therapy_targets.lesion_id", "therapies.indication"], source: "this registry"
    ) { reading, judge in
      for course in reading.facts.given where course.category == .radiotherapy {
        judge.expect(
          !course.targets.isEmpty || course.indication?.text == "mps_pain" || course.technique != nil, .warning,
          "\(course.id) is radiotherapy and names no lesion", mend: "add its targets, for example targets=L1",
          [reading.at(course, "category")])
      }
    },
  ]
}

extension CheckInput {
  /// The dose of one fraction as the case tells it beside total and number: as a field, or in words.
  fileprivate func fractionSize(of course: Therapy) -> (gray: Double, path: String, isField: Bool)? {
    if let dose = course.dose?.value, let unit = course.doseUnit?.text, unit == "Gy" || unit == "cGy",
      let gray = Optional(unit == "cGy" ? dose / 100 : dose),
      course.dosePer.map({ ["dose", "fraction"].contains($0.text) }) ?? (gray <= 10)
    {
      return (gray, at(course, "dose"), course.dosePer != nil)
    }
    for (field, words) in [
      ("dose_text", course.doseText), ("technique", course.technique), ("regimen", course.regimen),
    ] {
      if let gray = words?.fractionSize { return (gray, at(course, field), false) }
    }
    return nil
  }
}

extension String {
  /// The dose of one fraction in words: `25 fractions of 3 Gy`, `25 x 3 Gy`, `3 Gy per fraction`, `3 Gy/fr`.
  fileprivate var fractionSize: Double? {
    let tokens = lowercased().split { " ,;()".contains($0) }.map(String.init)
    for index in tokens.indices {
      let token = tokens[index]
      let isJoined = token.holds("gy")
      let next = index + 1 < tokens.count ? tokens[index + 1] : ""
      guard let gray = Double(isJoined ? String(token.prefix { $0.isNumber || $0 == "." }) : token),
        isJoined || next.hasPrefix("gy")
      else { continue }
      let before = index > 0 ? tokens[index - 1] : ""
      let after =
        (isJoined ? token : next).drop { $0 != "/" } + (tokens.dropFirst(index + (isJoined ? 1 : 2)).first ?? "")
      if ["of", "x", "×", "@", "at"].contains(before) || after.hasPrefix("/f")
        || ["per", "a", "each", "/"].contains(after)
      {
        return gray
      }
    }
    return nil
  }
}
