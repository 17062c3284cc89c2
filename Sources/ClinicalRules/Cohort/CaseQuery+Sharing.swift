import ClinicalModel

extension CaseQuery {
  /// The question in one line as it may stand in a file that identifies nobody: a value that is exact or in free words is
  /// left out.
  public var shareable: String {
    parts.map { part in
      let told =
        part.byKey.flatMap(\.criteria).map { "\(Self.mark)\($0.key.rawValue) \($0.shareable)" }
        + part.excluded.map { "\(Self.mark)not \($0.key.rawValue)=\($0.shareable)" }
        + (part.possibly ? [Self.overlapping] : [])
      return told.joined(separator: " ")
    }.joined(separator: " and ")
  }

  /// The first criterion that says whose rows are chosen.
  public var identifying: CaseCriterion? {
    parts.lazy.flatMap(\.criteria).first { criterion in
      switch criterion.value {
      case .caseID, .source, .words: true
      case _: false
      }
    }
  }
}

extension CaseCriterion {
  /// The value, where it is a word of a list, a group or a known code that flat rows tell too.
  fileprivate var shareable: String {
    let isOpen =
      switch value {
      case .caseID, .source, .words, .onset: false
      case .word(_, let column), .range(_, let column, _): DerivedVariables.leavesAsItIs(column)
      case .primarySite(.group), .histology(.group): true
      case .primarySite, .histology: false
      case .finding(let code): Vocabulary.findings.entry(code.text) != nil
      case .therapy(let pattern), .during(let pattern), .after(let pattern): pattern.isListed
      case .stage, .gene, .geneRole, .alteration, .geneStatus, .muscle, .laterality, .ecog, .delivered, .response,
        .status:
        true
      }
    return isOpen ? (value.text.contains(" ") ? "'\(value.text)'" : value.text) : "(left out)"
  }
}

extension TherapyPattern {
  fileprivate var isListed: Bool {
    switch self {
    case .category, .drugClass: true
    case .agent(let drug): Vocabulary.drugs.entry(drug.text)?.code == drug.text
    }
  }
}

extension DerivedVariables {
  /// Whether a shared export tells a column as exactly as a criterion asks for it.
  fileprivate static func leavesAsItIs(_ name: String) -> Bool {
    switch columns.first(where: { $0.name == name })?.disclosure(under: .shared) {
    case .asIs, .known: true
    case .leftOut, .pseudonym, .bandStart, .bandEnd, nil: false
    }
  }
}
