import ClinicalModel

/// What is asked of the rows of a case: whatever is asked of one table holds of one and the same row.
struct RowQuestions {
  private var genes = GeneQuestion()
  private var lesions = LesionQuestion()
  private var therapies = TherapyQuestion()
  private var responses: [ResponseCategory] = []
  private var findings: [FindingCode] = []
  private var ecog: [NumberSpan] = []
  private var onset: [DaySpan] = []
  private var times = TimeQuestion()

  /// Takes what is asked of rows.
  ///
  /// - Returns: false of what is asked of a case as a whole.
  mutating func take(_ asked: Asked) -> Bool {
    switch asked {
    case .gene(let pattern): genes.patterns.append(pattern)
    case .geneRole(let role): genes.roles.append(role)
    case .alteration(let alteration): genes.alterations.append(alteration)
    case .muscle(let muscle): lesions.muscles.append(muscle)
    case .laterality(let side): lesions.sides.append(side)
    case .therapy(let pattern): therapies.patterns.append(pattern)
    case .delivered(let span): therapies.delivered.append(span)
    case .response(let category): responses.append(category)
    case .finding(let code): findings.append(code)
    case .ecog(let span): ecog.append(span)
    case .onset(let days): onset.append(days)
    case .during(let pattern): times.during.append(pattern)
    case .after(let pattern): times.after.append(pattern)
    case .word, .span, .primarySite, .histology, .stage, .geneStatus, .source, .status, .words, .caseID: return false
    }
    return true
  }

  /// Whether an index finds the few cases that fit.
  var isSelective: Bool { genes.isSelective || therapies.isSelective || !findings.isEmpty || !onset.isEmpty }

  /// An answer a table. The time is that of the response, else of the gene result, else of the onset.
  var answers: [Answer] {
    var answers: [Answer] = []
    let (ofResponse, ofGene) = (!responses.isEmpty, responses.isEmpty && !genes.isEmpty)
    let nothing = TimeQuestion()
    if !genes.isEmpty { answers.append(genes.answer(ofGene ? times : nothing)) }
    if !lesions.isEmpty { answers.append(lesions.answer) }
    if !therapies.isEmpty { answers.append(therapies.answer(lesions)) }
    if !responses.isEmpty { answers.append(ResponseQuestion.answer(responses, times, lesions)) }
    if !findings.isEmpty { answers.append(FindingQuestion.answer(findings)) }
    if !ecog.isEmpty { answers.append(ECOGQuestion.answer(ecog)) }
    let ofOnset = ofResponse || ofGene ? nothing : times
    if !onset.isEmpty || !ofOnset.isEmpty { answers.append(OnsetQuestion.answer(onset, ofOnset)) }
    return answers
  }
}

extension Answer {
  /// What is answered of rows, as an answer of their cases.
  ///
  /// - Parameters:
  ///   - rows: the table with its alias, and what a row must be to count (`driver_genes g WHERE g.status = 'positive'`).
  ///   - untold: true of the flat rows `f` of cases of which nobody tells such a row.
  ///   - isSelective: whether an index finds the few rows that fit; else the rows of each case are looked at.
  static func rows(
    _ rows: String, _ alias: String, _ answer: Answer, untold: SQLCondition, isSelective: Bool = false
  ) -> Answer {
    func cases(_ condition: SQLCondition, _ isSelective: Bool) -> SQLCondition {
      isSelective
        ? .case(in: "SELECT \(alias).case_id FROM \(rows) AND (\(condition.sql))", condition.values)
        : SQLCondition(
          "EXISTS (SELECT 1 FROM \(rows) AND \(alias).case_id = f.case_id AND (\(condition.sql)))", condition.values)
    }
    return Answer(
      certain: cases(answer.certain, isSelective), possible: cases(answer.possible, isSelective),
      open: .any([untold, cases(answer.open, isSelective)]))
  }
}
