import ClinicalModel
import ClinicalRules

/// What the criteria mean, said of a case without SQL.
struct CriteriaMeaning {
  let subject: Case
  let timeline: CaseTimeline
  private let facts: [Scalar]
  private let texts: [String]

  init(_ subject: Case) {
    self.subject = subject
    timeline = CaseTimeline(subject.flatRows)
    facts = CaseSnapshot(subject).facts
    texts =
      [subject.note, subject.sources.first?.label, subject.sources.first?.doi?.text].compactMap { $0 }
      + subject.therapies.compactMap { $0.agent?.text }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: DerivedVariables.columns.enumerated().map { ($1.name, $0) })

  func fact(_ name: String) -> Scalar { Self.places[name].map { facts[$0] } ?? .null }

  private func number(_ name: String) -> Double? { fact(name).written.flatMap(Double.init) }

  /// What the questions come to that must all hold.
  ///
  /// - Returns: whether the case is found, and whether only something unknown keeps it out.
  func holds(_ query: CaseQuery) -> (found: Bool, open: Bool) {
    if subject.status == .withdrawn && !query.asksForWithdrawn { return (false, false) }
    let kept = query.parts.allSatisfy { part in part.excluded.allSatisfy { truth([$0]) != .certain } }
    if !kept { return (false, false) }
    let truths = query.parts.map { part in
      (truth: truth(part.criteria), needed: part.possibly ? Truth.possible : .certain)
    }
    let found = truths.allSatisfy { $0.truth >= $0.needed }
    return (found, !found && truths.allSatisfy { $0.truth >= .open })
  }

  private func truth(_ criteria: [CaseCriterion]) -> Truth {
    let whole = CaseQuery(criteria).byKey.compactMap { group -> Truth? in
      let truths = group.criteria.compactMap { self.flat($0.value) }
      return truths.isEmpty ? nil : .any(truths)
    }
    let asked = Set(criteria.map(\.key))
    let all = criteria.map(\.value)
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
  private func flat(_ asked: CriterionValue) -> Truth? {
    let site = subject.primaryTumours.first?.site
    let histology = subject.primaryTumours.first?.histology
    switch asked {
    case .word(let word, let column): return .word(fact(column).written, word)
    case .range(let range, let low, let high): return .range(range.range, number(low), number(high))
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
}
