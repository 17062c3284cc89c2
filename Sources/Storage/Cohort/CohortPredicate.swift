import ClinicalModel
import ClinicalRules

/// What the criteria of a query ask, gathered by what they are asked of: whatever is asked of the rows of one table holds
/// of one and the same row.
struct CohortPredicate {
  /// Of the case as a whole, a condition a key.
  private var whole: [ThreeValuedCondition] = []
  private var genes = GenePredicate()
  private var lesions = LesionPredicate()
  private var therapies = TherapyPredicate()
  private var responses: [ResponseCategory] = []
  private var findings: [FindingCode] = []
  private var ecog: [NumberRange] = []
  private var onset: [DateRange] = []
  private var times = TimePredicate()

  init(of query: CaseQuery) {
    for (_, criteria) in query.byKey {
      var ofCase: [ThreeValuedCondition] = []
      for criterion in criteria { add(criterion.value, &ofCase) }
      if !ofCase.isEmpty { whole.append(.any(ofCase)) }
    }
  }

  /// The one place where a criterion becomes SQL: a condition of the case `f`, or a clause of what a row must be.
  private mutating func add(_ value: CriterionValue, _ ofCase: inout [ThreeValuedCondition]) {
    switch value {
    case .word(let word, let column): ofCase.append(.word("f.\(column)", word))
    case .range(let range, let low, let high): ofCase.append(.range(range, low: "f.\(low)", high: "f.\(high)"))
    case .primarySite(let pattern): ofCase.append(.codes(pattern, "f.site", group: "f.site_group"))
    case .histology(let pattern): ofCase.append(.codes(pattern, "f.histology", group: "f.histology_group"))
    case .stage(let stage): ofCase.append(.stage(stage))
    case .onset(let days): onset.append(days)
    case .gene(let pattern): genes.patterns.append(pattern)
    case .geneRole(let role): genes.roles.append(role)
    case .alteration(let alteration): genes.alterations.append(alteration)
    case .geneStatus(let gene, let status): ofCase.append(.status(of: gene.text, status))
    case .muscle(let muscle): lesions.muscles.append(muscle)
    case .laterality(let side): lesions.sides.append(side)
    case .finding(let code): findings.append(code)
    case .ecog(let range): ecog.append(range)
    case .therapy(let pattern): therapies.patterns.append(pattern)
    case .delivered(let range): therapies.delivered.append(range)
    case .response(let category): responses.append(category)
    case .during(let pattern): times.during.append(pattern)
    case .after(let pattern): times.after.append(pattern)
    case .source(let source): ofCase.append(.source(source))
    case .status(let status): ofCase.append(.status(status))
    case .words(let words): ofCase.append(.words(words))
    case .caseID(let id): ofCase.append(.caseID(id))
    }
  }

  /// All of it holds. The time is that of the response, else of the gene result, else of the onset.
  var condition: ThreeValuedCondition {
    var rows: [ThreeValuedCondition] = []
    let (ofResponse, ofGene) = (!responses.isEmpty, responses.isEmpty && !genes.isEmpty)
    let nothing = TimePredicate()
    if !genes.isEmpty { rows.append(genes.condition(ofGene ? times : nothing)) }
    if !lesions.isEmpty { rows.append(lesions.condition) }
    if !therapies.isEmpty { rows.append(therapies.condition(lesions)) }
    if !responses.isEmpty { rows.append(ResponsePredicate.condition(responses, times, lesions)) }
    if !findings.isEmpty { rows.append(FindingPredicate.condition(findings)) }
    if !ecog.isEmpty { rows.append(ECOGPredicate.condition(ecog)) }
    let ofOnset = ofResponse || ofGene ? nothing : times
    if !onset.isEmpty || !ofOnset.isEmpty { rows.append(OnsetPredicate.condition(onset, ofOnset)) }
    return .all((isSelective ? whole.map(\.unindexed) : whole) + rows)
  }

  /// Whether an index finds the few cases that fit.
  private var isSelective: Bool { genes.isSelective || therapies.isSelective || !findings.isEmpty || !onset.isEmpty }
}

extension ThreeValuedCondition {
  /// A condition of rows, as one of their cases.
  ///
  /// - Parameters:
  ///   - rows: the table with its alias, and what a row must be to count (`driver_genes g WHERE g.status = 'positive'`).
  ///   - untold: true of the flat rows `f` of cases of which nobody tells such a row.
  ///   - isSelective: whether an index finds the few rows that fit; else the rows of each case are looked at.
  static func rows(
    _ rows: String, _ alias: String, _ condition: ThreeValuedCondition, untold: SQLCondition, isSelective: Bool = false
  ) -> ThreeValuedCondition {
    func cases(_ condition: SQLCondition, _ isSelective: Bool) -> SQLCondition {
      isSelective
        ? .case(in: "SELECT \(alias).case_id FROM \(rows) AND (\(condition.sql))", condition.values)
        : SQLCondition(
          "EXISTS (SELECT 1 FROM \(rows) AND \(alias).case_id = f.case_id AND (\(condition.sql)))", condition.values)
    }
    return ThreeValuedCondition(
      certain: cases(condition.certain, isSelective), possible: cases(condition.possible, isSelective),
      open: .any([untold, cases(condition.open, isSelective)]))
  }
}
