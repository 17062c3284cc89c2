import ClinicalModel

/// What the criteria mean, said of a case without SQL.
struct CriteriaMeaning {
  let subject: Case
  let timeline: CaseTimeline
  private let facts: [Scalar]
  private let texts: [String]

  init(_ subject: Case) {
    self.subject = subject
    timeline = CaseTimeline(of: subject)
    facts = CaseFacts.row(of: subject)
    texts =
      [subject.note, subject.sources.first?.label, subject.sources.first?.doi?.text].compactMap { $0 }
      + subject.therapies.compactMap { $0.agent?.text }
  }

  private func fact(_ name: String) -> Scalar {
    CaseFacts.columns.firstIndex { $0.name == name }.map { facts[$0] } ?? .null
  }

  private func number(_ name: String) -> Double? { fact(name).written.flatMap(Double.init) }

  func holds(_ query: CaseQuery) -> (found: Bool, open: Bool) {
    let withdrawn = query.criteria.contains { $0.asked == .status(.withdrawn) }
    if subject.status == .withdrawn && !withdrawn { return (false, false) }
    if query.excluded.contains(where: { self.truth([$0]) == .certain }) { return (false, false) }
    let truth = self.truth(query.criteria)
    let found = truth >= (query.possibly ? .possible : .certain)
    return (found, !found && truth >= .open)
  }

  private func truth(_ criteria: [CaseCriterion]) -> Truth {
    let whole = CaseQuery(criteria).byKey.compactMap { group -> Truth? in
      let truths = group.criteria.compactMap { self.flat($0.asked) }
      return truths.isEmpty ? nil : .any(truths)
    }
    let asked = Set(criteria.map(\.key))
    let all = criteria.map(\.asked)
    let ofResponse = asked.contains(.response)
    let ofGene = !ofResponse && !asked.isDisjoint(with: [.driverGene, .driverRole, .alteration])
    let timed = !asked.isDisjoint(with: [.during, .after])
    var truths = whole
    if !asked.isDisjoint(with: [.driverGene, .driverRole, .alteration]) { truths.append(genes(all, timed: ofGene)) }
    if !asked.isDisjoint(with: [.lesionMuscle, .lesionLaterality]) { truths.append(lesions(all)) }
    if !asked.isDisjoint(with: [.therapy, .radiotherapyGy]) { truths.append(therapies(all)) }
    if ofResponse { truths.append(responses(all)) }
    if asked.contains(.finding) { truths.append(findings(all)) }
    if asked.contains(.ecog) { truths.append(ecog(all)) }
    if asked.contains(.onset) || timed && !ofResponse && !ofGene {
      truths.append(onset(all, timed: !ofResponse && !ofGene))
    }
    return .all(truths)
  }

  /// What is asked of the case as a whole; nil of what is asked of its rows.
  private func flat(_ asked: Asked) -> Truth? {
    let site = subject.primaryTumours.first?.site
    let histology = subject.primaryTumours.first?.histology
    switch asked {
    case .word(let word, let column): return .word(fact(column).written, word)
    case .span(let span, let low, let high): return .span(span.range, number(low), number(high))
    case .primarySite(.code(let code)): return .word(site?.text, code)
    case .primarySite(.prefix(let prefix)): return site.map { $0.text.hasPrefix(prefix) ? .certain : .no } ?? .open
    case .primarySite(.group(let group)): return .word(site?.group, group)
    case .histology(.code(let code)): return .word(histology?.text, code)
    case .histology(.prefix(let start)): return histology.map { $0.text.hasPrefix(start) ? .certain : .no } ?? .open
    case .histology(.group(let group)): return .word(histology?.group(at: subject.primaryTumours.first?.site), group)
    case .stage(let asked):
      guard let told = subject.primaryTumours.first?.stagings.first?.stageGroup else { return .open }
      let meant = ["I": ["I"], "IV": ["IV", "IVA", "stage IV B", "4"], "IVA": ["IVA"], "III": ["IIIA"]]
      return meant[asked.text]?.contains(told) == true ? .certain : .no
    case .geneStatus(let gene, let status):
      let told = subject.molecularTests.flatMap(\.driverGenes).filter { $0.gene == gene }.compactMap(\.status)
      let strongest = GeneStatus.strength.first { told.contains($0) }
      if status == .notReported { return strongest == nil ? .certain : .no }
      if strongest.map({ $0 == status }) ?? told.contains(status) { return .certain }
      return told.contains(.positive) || told.contains(.negative) ? .no : .open
    case .source(let source):
      let told = subject.sources.contains { report in
        switch source {
        case .id(let id): report.id == id
        case .doi(let doi): report.doi == doi
        case .pmid(let pmid): report.pmid == pmid
        }
      }
      return told ? .certain : .no
    case .status(let status): return .word(subject.status?.rawValue, status.rawValue)
    case .words(let words):
      let found = words.allSatisfy { word in texts.contains { $0.lowercased().contains(word.lowercased()) } }
      return found ? .certain : .no
    case .caseID(let id): return subject.id == id ? .certain : .no
    case .gene, .geneRole, .alteration, .muscle, .laterality, .finding, .ecog, .therapy, .delivered, .response, .onset,
      .during, .after:
      return nil
    }
  }

  private func genes(_ all: [Asked], timed: Bool) -> Truth {
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

  private func lesion(_ row: Lesion, _ all: [Asked]) -> Truth {
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

  private func lesions(_ all: [Asked]) -> Truth {
    let asksMuscle = all.contains { if case .muscle = $0 { true } else { false } }
    let told = subject.lesions.contains { !asksMuscle || $0.muscle != nil }
    return .any(subject.lesions.map { lesion($0, all) } + (told ? [] : [.open]))
  }

  private func asksLesion(_ all: [Asked]) -> Bool {
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

  private func therapies(_ all: [Asked]) -> Truth {
    let patterns = all.compactMap { if case .therapy(let pattern) = $0 { pattern } else { nil } }
    let doses = all.compactMap { if case .delivered(let span) = $0 { span.range } else { nil } }
    if subject.therapies.isEmpty { return .open }
    return .any(
      subject.therapies.map { row in
        let given: Truth = row.status == .given ? .certain : row.status == .valueUnavailable ? .open : .no
        let gray = row.deliveredGy?.value
        let dose = doses.map { row.category == .radiotherapy ? Truth.span($0, gray, gray) : .no }
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

  private func responses(_ all: [Asked]) -> Truth {
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

  private func findings(_ all: [Asked]) -> Truth {
    let codes = all.compactMap { if case .finding(let code) = $0 { code } else { nil } }
    return .any(
      codes.map { code in
        let told = subject.findings.filter { $0.code == code }.map(\.presence)
        if told.contains(nil) || told.contains(.present) { return .certain }
        return told.contains(.absent) ? .no : .open
      })
  }

  private func ecog(_ all: [Asked]) -> Truth {
    let spans = all.compactMap { if case .ecog(let span) = $0 { span.range } else { nil } }
    let scores = subject.measurements.filter { $0.code?.text == "ecog" }
    if scores.isEmpty { return .open }
    return .any(
      scores.flatMap { score in
        spans.map { span in
          let value = score.value?.value
          return Truth.span(
            span, score.comparator == .less ? 0 : value,
            score.comparator == .atLeast ? 5 : score.valueMax?.value ?? value)
        }
      })
  }

  private func onset(_ all: [Asked], timed: Bool) -> Truth {
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
