import ClinicalModel

/// Questions that are asked of a case as a whole.
enum FlatQuestion {
  /// The answer; nil of what is asked of rows.
  static func answer(to asked: Asked) -> Answer? {
    switch asked {
    case .word(let word, let column): .word("f.\(column)", word)
    case .span(let span, let low, let high): .span(span, low: "f.\(low)", high: "f.\(high)")
    case .primarySite(let pattern): codes(pattern, "f.site", group: "f.site_group")
    case .histology(let pattern): codes(pattern, "f.histology", group: "f.histology_group")
    case .stage(let stage): self.stage(stage)
    case .geneStatus(let gene, let status): self.status(of: gene.text, status)
    case .source(let source): self.source(source)
    case .status(let status): self.status(status)
    case .words(let words): .all(words.map { Answer(certain: WordSearch.condition(for: $0)) })
    case .caseID(let id): Answer(certain: SQLCondition("f.case_id = ?", [.text(id)]))
    case .gene, .geneRole, .alteration, .muscle, .laterality, .finding, .ecog, .therapy, .delivered, .response, .onset,
      .during, .after:
      nil
    }
  }

  /// A code that begins so is a range, which an index answers.
  private static func codes(_ pattern: CodePattern, _ column: String, group: String) -> Answer {
    switch pattern {
    case .code(let code): return .word(column, code)
    case .group(let name): return .word(group, name)
    case .prefix(let prefix):
      let range = SQLCondition("\(column) >= ? AND \(column) < ?", [.text(prefix), .text(prefix + "\u{7F}")])
      return Answer(certain: range, open: .any([range, SQLCondition("\(column) IS NULL")]))
    }
  }

  private static func stage(_ stage: StagePattern) -> Answer {
    let plain = "replace(replace(replace(upper(f.stage_group), ' ', ''), '-', ''), 'STAGE', '')"
    let fits = SQLCondition.any(
      stage.spellings.map { spelling in
        SQLCondition(
          "\(plain) = ? OR \(plain) GLOB ?",
          [.text(spelling), .text("\(spelling)[\(StagePattern.parts)]*")])
      })
    return Answer(certain: fits, open: .any([fits, SQLCondition(Answer.untold("f.stage_group"))]))
  }

  /// Where the registry's own work on the case stands.
  private static func status(_ status: CaseStatus) -> Answer {
    let own = SQLCondition.case(in: "SELECT id FROM cases WHERE status = ?", [.text(status.rawValue)])
    let untold = SQLCondition.case(in: "SELECT id FROM cases WHERE status IS NULL OR status = 'not_reported'")
    return Answer(certain: own, open: .any([own, untold]))
  }

  private static func source(_ source: SourcePattern) -> Answer {
    let (column, value) =
      switch source {
      case .id(let id): ("id", id)
      case .doi(let doi): ("doi", doi.text)
      case .pmid(let pmid): ("pmid", pmid.text)
      }
    return Answer(
      certain: .case(
        in: "SELECT case_id FROM case_sources WHERE source_id IN (SELECT id FROM sources WHERE \(column) = ?)",
        [.text(value)]))
  }

  /// The strongest result of a gene; `not_reported` is a gene of which no test says anything.
  private static func status(of gene: String, _ status: GeneStatus) -> Answer {
    switch status {
    case .notReported: return Answer(certain: .not(named(gene, GeneStatus.strength)))
    case .positive, .negative, .equivocal, .failed, .notTested, .valueUnavailable:
      let stronger = Array(GeneStatus.strength.prefix { $0 != status })
      let strongest = SQLCondition.all([named(gene, [status]), .not(named(gene, stronger))])
      return Answer(certain: strongest, open: .any([strongest, .not(named(gene, [.positive, .negative]))]))
    }
  }

  /// Some result of the gene is one of these.
  static func named(_ gene: String, _ statuses: [GeneStatus]) -> SQLCondition {
    if statuses.isEmpty { return .never }
    let status = SQLCondition.column("n.status", in: statuses.map(\.rawValue))
    return .case(
      in: "SELECT n.case_id FROM driver_genes n WHERE n.gene = ? AND (\(status.sql))", [.text(gene)] + status.values)
  }
}
