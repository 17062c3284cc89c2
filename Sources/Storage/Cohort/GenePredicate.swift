import ClinicalModel
import ClinicalRules

/// What is asked of positive gene results.
struct GenePredicate {
  var patterns: [GenePattern] = []
  var roles: [GeneRole] = []
  var alterations: [Alteration] = []

  var isEmpty: Bool { patterns.isEmpty && roles.isEmpty && alterations.isEmpty }

  /// Whether genes are named: an index finds their results.
  var isSelective: Bool {
    !patterns.isEmpty
      && patterns.allSatisfy { pattern in
        switch pattern {
        case .symbol, .fusion: true
        case .any, .none, .unknown: false
        }
      }
  }

  /// Nobody says whether there is a driver.
  private static let untested = SQLCondition("f.driver_status IN ('not_reported', 'not_tested')")

  func condition(_ times: TimePredicate) -> ThreeValuedCondition {
    let plain = roles.isEmpty && alterations.isEmpty && times.isEmpty
    var rows: [SQLCondition] = []
    var whole: [SQLCondition] = []
    var untold: [SQLCondition] = patterns.isEmpty ? [Self.untested] : []
    for pattern in patterns {
      switch pattern {
      case .symbol(let gene):
        rows.append(SQLCondition("g.gene = ? OR g.partner_gene = ?", [.text(gene.text), .text(gene.text)]))
        untold.append(.not(.gene(gene.text, [.positive, .negative])))
      case .fusion(let first, let second):
        let pair: [Scalar] = [.text(first.text), .text(second.text)]
        rows.append(
          SQLCondition("(g.gene = ? AND g.partner_gene = ?) OR (g.partner_gene = ? AND g.gene = ?)", pair + pair))
        untold.append(.not(.any([first, second].map { SQLCondition.gene($0.text, [.positive, .negative]) })))
      case .any:
        rows.append(SQLCondition("1"))
        if plain { whole.append(SQLCondition("f.driver_status = 'driver_detected'")) }
        untold.append(Self.untested)
      case .none:
        if plain { whole.append(SQLCondition("f.driver_status = 'none_detected'")) }
        untold.append(Self.untested)
      case .unknown:
        if plain { whole.append(Self.untested) }
      }
    }
    var clauses: [ThreeValuedCondition] = []
    if !patterns.isEmpty { clauses.append(ThreeValuedCondition(certain: .any(rows))) }
    if !roles.isEmpty { clauses.append(.any(roles.map { .word("g.role", $0.rawValue) })) }
    if !alterations.isEmpty { clauses.append(.any(alterations.map { .word("g.alteration", $0.rawValue) })) }
    if !times.isEmpty { clauses.append(times.condition(of: .geneResult)) }
    let positive = ThreeValuedCondition.rows(
      "driver_genes g WHERE g.status = 'positive'", "g", .all(clauses), untold: .any(untold), isSelective: isSelective)
    return .any([ThreeValuedCondition(certain: .any(whole)), positive])
  }
}
