import ClinicalModel
import ClinicalRules

/// What is asked of the rows of a case: whatever is asked of one table holds of one and the same row.
extension CriteriaMeaning {
  func genes(_ all: [CriterionValue], timed: Bool) -> Truth {
    let patterns = all.compactMap { if case .gene(let pattern) = $0 { pattern } else { nil } }
    let roles = all.compactMap { if case .geneRole(let role) = $0 { role } else { nil } }
    let alterations = all.compactMap { if case .alteration(let alteration) = $0 { alteration } else { nil } }
    let timings = timed ? times(all) : []
    let status = fact("driver_status").written ?? ""
    let untested = status == "not_reported" || status == "not_tested"
    let results = subject.molecularTests.flatMap(\.driverGenes)
    func told(_ gene: GeneSymbol) -> Bool {
      results.contains { $0.gene == gene && ($0.status == .positive || $0.status == .negative) }
    }
    var truths: [Truth] = []
    for test in subject.molecularTests {
      for row in test.driverGenes where row.status == .positive {
        let fits = patterns.contains { pattern in
          switch pattern {
          case .symbol(let gene): row.gene == gene || row.partnerGene == gene
          case .fusion(let a, let b): Set([row.gene, row.partnerGene]) == Set([a, b])
          case .any: true
          case .none, .unknown: false
          }
        }
        if !fits && !patterns.isEmpty { continue }
        let date = timeline.window(of: "tested_date", row: test.id, in: "molecular_tests")
        truths.append(
          .all(
            [roles.isEmpty ? .certain : .any(roles.map { .word(row.role?.rawValue, $0.rawValue) })]
              + [
                alterations.isEmpty ? .certain : .any(alterations.map { .word(row.alteration?.rawValue, $0.rawValue) })
              ]
              + timings.map { $0(date, []) }))
      }
    }
    let plain = roles.isEmpty && alterations.isEmpty && timings.isEmpty
    if patterns.isEmpty && untested { truths.append(.open) }
    for pattern in patterns {
      switch pattern {
      case .symbol(let gene): truths.append(told(gene) ? .no : .open)
      case .fusion(let a, let b): truths.append(told(a) || told(b) ? .no : .open)
      case .any: truths.append(plain && status == "driver_detected" ? .certain : untested ? .open : .no)
      case .none: truths.append(plain && status == "none_detected" ? .certain : untested ? .open : .no)
      case .unknown: truths.append(plain && untested ? .certain : .no)
      }
    }
    return .any(truths)
  }

  private func lesion(_ row: Lesion, _ all: [CriterionValue]) -> Truth {
    if row.kind == .mimic { return .no }
    let muscles = all.compactMap { if case .muscle(let muscle) = $0 { muscle } else { nil } }
    let sides = all.compactMap { if case .laterality(let side) = $0 { side } else { nil } }
    let overlaps: [Muscle: Set<Muscle>] = [
      .psoas: [.psoasMajor, .psoasMinor, .iliopsoas], .psoasMajor: [.psoas, .iliopsoas], .iliacus: [.iliopsoas],
      .iliopsoas: [.psoasMajor, .psoasMinor, .psoas, .iliacus],
    ]
    let inMuscle = muscles.map { asked -> Truth in
      guard let told = row.muscle else { return .no }
      if told == asked { return .certain }
      return told == .notReported ? .open : overlaps[asked]?.contains(told) == true ? .possible : .no
    }
    let onSide = sides.map { Truth.word(row.laterality?.rawValue, $0.rawValue) }
    return .all([muscles.isEmpty ? .certain : .any(inMuscle), sides.isEmpty ? .certain : .any(onSide)])
  }

  func lesions(_ all: [CriterionValue]) -> Truth {
    let asksMuscle = all.contains { if case .muscle = $0 { true } else { false } }
    let told = subject.lesions.contains { !asksMuscle || $0.muscle != nil }
    return .any(subject.lesions.map { lesion($0, all) } + (told ? [] : [.open]))
  }

  private func asksLesion(_ all: [CriterionValue]) -> Bool {
    all.contains { asked in
      switch asked {
      case .muscle, .laterality: true
      case _: false
      }
    }
  }

  func therapy(_ row: Therapy, _ pattern: TherapyPattern) -> Truth {
    let agents: [String]
    switch pattern {
    case .category(let category): return .word(row.category?.rawValue, category.rawValue)
    case .agent(let drug): agents = [drug.text]
    case .drugClass(_, let names): agents = names
    }
    if let agent = row.agent?.text { return agents.contains { $0.lowercased() == agent.lowercased() } ? .certain : .no }
    return row.category == .systemic || row.category == .opioid ? .open : .no
  }

  func therapies(_ all: [CriterionValue]) -> Truth {
    let patterns = all.compactMap { if case .therapy(let pattern) = $0 { pattern } else { nil } }
    let doses = all.compactMap { if case .delivered(let span) = $0 { span.range } else { nil } }
    if subject.therapies.isEmpty { return .open }
    return .any(
      subject.therapies.map { row in
        let given: Truth = row.status == .given ? .certain : row.status == .valueUnavailable ? .open : .no
        let gray = row.deliveredGy?.value
        let dose = doses.map { row.category == .radiotherapy ? Truth.range($0, gray, gray) : .no }
        let targets = subject.lesions.filter { lesion in row.targets.contains { $0.id == lesion.id } }
        var aim = Truth.certain
        if asksLesion(all) {
          let local = row.category == .radiotherapy || row.category == .surgery
          aim = targets.isEmpty ? (local ? .open : .certain) : .any(targets.map { lesion($0, all) })
        }
        return .all([
          given, aim, patterns.isEmpty ? .certain : .any(patterns.map { therapy(row, $0) }),
          doses.isEmpty ? .certain : .any(dose),
        ])
      })
  }

  func responses(_ all: [CriterionValue]) -> Truth {
    let categories = all.compactMap { if case .response(let category) = $0 { category } else { nil } }
    if subject.responses.isEmpty { return .open }
    let timings = times(all)
    return .any(
      subject.responses.map { row in
        var aim = Truth.certain
        if asksLesion(all) {
          if let assessed = subject.lesions.first(where: { $0.id == row.lesionID?.text }) {
            aim = lesion(assessed, all)
          } else {
            aim = row.scope == .overall || row.scope == .symptom ? .certain : .open
          }
        }
        let date = timeline.window(of: "assessed_date", row: row.id, in: "responses")
        return .all(
          [aim, .any(categories.map { .word(row.category?.rawValue, $0.rawValue) })]
            + timings.map { $0(date, Set(row.therapies.map(\.id))) })
      })
  }

  func findings(_ all: [CriterionValue]) -> Truth {
    let codes = all.compactMap { if case .finding(let code) = $0 { code } else { nil } }
    return .any(
      codes.map { code in
        let told = subject.findings.filter { $0.code == code }.map(\.presence)
        if told.contains(nil) || told.contains(.present) { return .certain }
        return told.contains(.absent) ? .no : .open
      })
  }

  func ecog(_ all: [CriterionValue]) -> Truth {
    let spans = all.compactMap { if case .ecog(let span) = $0 { span.range } else { nil } }
    let scores = subject.measurements.filter { $0.code?.text == "ecog" }
    if scores.isEmpty { return .open }
    return .any(
      scores.flatMap { score in
        spans.map { span in
          let value = score.value?.value
          return Truth.range(
            span, score.comparator == .less ? 0 : value,
            score.comparator == .atLeast ? 5 : score.valueMax?.value ?? value)
        }
      })
  }

  func onset(_ all: [CriterionValue], timed: Bool) -> Truth {
    let spans = all.compactMap { if case .onset(let span) = $0 { span } else { nil } }
    let timings = timed ? times(all) : []
    let dates = subject.mpsEpisodes.compactMap { timeline.window(of: "onset_date", row: $0.id, in: "mps_episodes") }
    if dates.isEmpty { return .open }
    return .any(
      dates.map { date in
        let inside = spans.map { span -> Truth in
          if date.axis != .calendar { return .open }
          let asked = (span.first ?? Int.min)...(span.last ?? Int.max)
          if asked.contains(date.days.lowerBound) && asked.contains(date.days.upperBound) { return .certain }
          return asked.overlaps(date.days) ? .possible : .no
        }
        return .all([spans.isEmpty ? .certain : .any(inside)] + timings.map { $0(date, []) })
      })
  }
}
