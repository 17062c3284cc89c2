import ClinicalModel
import ClinicalRules

/// What can be asked of a case as a whole.
extension ThreeValuedCondition {
  /// A code that begins so is a range, which an index answers.
  static func codes(_ pattern: CodePattern, _ column: String, group: String) -> Self {
    switch pattern {
    case .code(let code): return .word(column, code)
    case .group(let name): return .word(group, name)
    case .prefix(let prefix):
      let range = SQLCondition("\(column) >= ? AND \(column) < ?", [.text(prefix), .text(prefix + "\u{7F}")])
      return Self(certain: range, open: .any([range, SQLCondition("\(column) IS NULL")]))
    }
  }

  static func stage(_ stage: StagePattern) -> Self {
    let plain = "replace(replace(replace(upper(f.stage_group), ' ', ''), '-', ''), 'STAGE', '')"
    let fits = SQLCondition.any(
      stage.spellings.map { spelling in
        SQLCondition(
          "\(plain) = ? OR \(plain) GLOB ?",
          [.text(spelling), .text("\(spelling)[\(StagePattern.parts)]*")])
      })
    return Self(certain: fits, open: .any([fits, SQLCondition(ThreeValuedCondition.untold("f.stage_group"))]))
  }

  /// Where the registry's own work on the case stands.
  static func status(_ status: CaseStatus) -> Self {
    let own = SQLCondition.case(in: "SELECT id FROM cases WHERE status = ?", [.text(status.rawValue)])
    let untold = SQLCondition.case(in: "SELECT id FROM cases WHERE status IS NULL OR status = 'not_reported'")
    return Self(certain: own, open: .any([own, untold]))
  }

  static func source(_ source: SourcePattern) -> Self {
    let (column, value) =
      switch source {
      case .id(let id): ("id", id)
      case .doi(let doi): ("doi", doi.text)
      case .pmid(let pmid): ("pmid", pmid.text)
      }
    return Self(
      certain: .case(
        in: "SELECT case_id FROM case_sources WHERE source_id IN (SELECT id FROM sources WHERE \(column) = ?)",
        [.text(value)]))
  }

  /// Each word stands somewhere in the texts.
  static func words(_ words: [String]) -> Self { .all(words.map { Self(certain: WordSearch.condition(for: $0)) }) }

  static func caseID(_ id: String) -> Self { Self(certain: SQLCondition("f.case_id = ?", [.text(id)])) }

  /// The strongest result of a gene; `not_reported` is a gene of which no test says anything.
  static func status(of gene: String, _ status: GeneStatus) -> Self {
    switch status {
    case .notReported: return Self(certain: .not(.gene(gene, GeneStatus.strength)))
    case .positive, .negative, .equivocal, .failed, .notTested, .valueUnavailable:
      let stronger = Array(GeneStatus.strength.prefix { $0 != status })
      let strongest = SQLCondition.all([.gene(gene, [status]), .not(.gene(gene, stronger))])
      return Self(certain: strongest, open: .any([strongest, .not(.gene(gene, [.positive, .negative]))]))
    }
  }
}

extension SQLCondition {
  /// Some result of the gene is one of these.
  static func gene(_ gene: String, _ statuses: [GeneStatus]) -> Self {
    if statuses.isEmpty { return .never }
    let status = Self.column("n.status", in: statuses.map(\.rawValue))
    return .case(
      in: "SELECT n.case_id FROM driver_genes n WHERE n.gene = ? AND (\(status.sql))", [.text(gene)] + status.values)
  }
}
