import ClinicalModel

extension CaseQuery {
  /// True of the flat rows `f` that match the whole query.
  var condition: SQLCondition { .all([visible] + groups.map(\.certain)) }

  /// True of the flat rows that only something unknown keeps out; nil when nothing that is asked can be unknown.
  var leftOutAsUnknown: SQLCondition? {
    let groups = groups
    if groups.allSatisfy(\.unknown.isNever) { return nil }
    let possible = groups.map { SQLCondition.any([$0.certain, $0.unknown]) }
    return .all([visible] + possible + [.not(.all(groups.map(\.certain)))])
  }

  /// Withdrawn cases are kept, and hidden unless they are asked for.
  private var visible: SQLCondition {
    criteria.contains(.status(.withdrawn))
      ? SQLCondition("1") : SQLCondition("f.case_id NOT IN (SELECT id FROM cases WHERE status = 'withdrawn')")
  }

  /// One pair of conditions a key; the two on gene results together, for they hold of one and the same row.
  private var groups: [ConditionPair] {
    var groups: [ConditionPair] = []
    var genes = GeneQuestion()
    for (key, criteria) in byKey {
      var pairs: [ConditionPair] = []
      for criterion in criteria {
        switch criterion {
        case .driverGene(let pattern): genes.patterns.append(pattern)
        case .driverRole(let role): genes.roles.append(role)
        case .primarySite(.code(let code)): pairs.append(.column("f.site", [code], unknown: "f.site IS NULL"))
        case .primarySite(.prefix(let prefix)): pairs.append(.prefix("f.site", prefix))
        case .primarySite(.group(let group)): pairs.append(.column("f.site_group", [group], unknown: "f.site IS NULL"))
        case .geneStatus(let gene, let status): pairs.append(.status(of: gene.text, status))
        case .sex(let sex):
          pairs.append(
            .column("f.sex", [sex.rawValue], unknown: "f.sex IS NULL OR f.sex = 'unknown' OR f.sex = 'not_reported'"))
        case .age(let years): pairs.append(.age(years))
        case .vitalStatus(let status):
          let unknown = "f.vital_status IS NULL OR f.vital_status = 'unknown' OR f.vital_status = 'not_reported'"
          pairs.append(.column("f.vital_status", [status.rawValue], unknown: unknown))
        case .status(let status): pairs.append(.status(status))
        case .caseID(let id): pairs.append(.column("f.case_id", [id], unknown: SQLCondition.never.sql))
        }
      }
      switch key {
      case .driverGene, .driverRole: continue
      case .primarySite, .geneStatus, .sex, .age, .vitalStatus, .status, .caseID: groups.append(.any(pairs))
      }
    }
    return genes.isEmpty ? groups : groups + [genes.conditions]
  }
}

/// When something certainly holds of a flat row `f`, and when it is not known whether it does.
struct ConditionPair {
  let certain: SQLCondition
  let unknown: SQLCondition

  static func any(_ pairs: [ConditionPair]) -> ConditionPair {
    ConditionPair(certain: .any(pairs.map(\.certain)), unknown: .any(pairs.map(\.unknown)))
  }

  static func column(_ column: String, _ values: [String], unknown: String) -> ConditionPair {
    ConditionPair(certain: .column(column, in: values), unknown: SQLCondition(unknown))
  }

  /// A code that begins so: a range, which an index answers.
  static func prefix(_ column: String, _ prefix: String) -> ConditionPair {
    ConditionPair(
      certain: SQLCondition("\(column) >= ? AND \(column) < ?", [.text(prefix), .text(prefix + "\u{7F}")]),
      unknown: SQLCondition("\(column) IS NULL"))
  }

  /// An age that certainly lies inside; one that only may is not known.
  static func age(_ years: ClosedRange<Int>) -> ConditionPair {
    let ends: [Scalar] = [.integer(Int64(years.lowerBound)), .integer(Int64(years.upperBound))]
    return ConditionPair(
      certain: SQLCondition("f.age_min >= ? AND f.age_max <= ?", ends),
      unknown: SQLCondition(
        "coalesce(f.age_max, f.age_min, 1000) >= ? AND coalesce(f.age_min, f.age_max, -1) <= ?", ends))
  }

  /// Where the registry's own work on the case stands.
  static func status(_ status: CaseStatus) -> ConditionPair {
    ConditionPair(
      certain: SQLCondition("f.case_id IN (SELECT id FROM cases WHERE status = ?)", [.text(status.rawValue)]),
      unknown: SQLCondition("f.case_id IN (SELECT id FROM cases WHERE status IS NULL OR status = 'not_reported')"))
  }

  /// The strongest result of a gene; `not_reported` is a gene of which no test says anything.
  static func status(of gene: String, _ status: GeneStatus) -> ConditionPair {
    let unknown = SQLCondition.not(named(gene, [.positive, .negative]))
    switch status {
    case .notReported:
      return ConditionPair(certain: .not(named(gene, GeneStatus.strength)), unknown: .never)
    case .positive, .negative, .equivocal, .failed, .notTested, .valueUnavailable:
      let stronger = Array(GeneStatus.strength.prefix { $0 != status })
      return ConditionPair(certain: .all([named(gene, [status]), .not(named(gene, stronger))]), unknown: unknown)
    }
  }

  /// Some result of the gene is one of these.
  static func named(_ gene: String, _ statuses: [GeneStatus]) -> SQLCondition {
    let status = SQLCondition.column("n.status", in: statuses.map(\.rawValue))
    return SQLCondition(
      "f.case_id IN (SELECT n.case_id FROM driver_genes n WHERE n.gene = ? AND (\(status.sql)))",
      [.text(gene)] + status.values)
  }
}

/// What is asked of positive gene results; gene and role hold of one and the same row.
struct GeneQuestion {
  var patterns: [GenePattern] = []
  var roles: [GeneRole] = []

  var isEmpty: Bool { patterns.isEmpty && roles.isEmpty }

  var conditions: ConditionPair {
    let role = roles.isEmpty ? SQLCondition("1") : SQLCondition.column("g.role", in: roles.map(\.rawValue))
    let unknownStatus = SQLCondition("f.driver_status = 'not_reported' OR f.driver_status = 'not_tested'")
    var rows: [SQLCondition] = patterns.isEmpty ? [SQLCondition("1")] : []
    var certain: [SQLCondition] = []
    var unknown: [SQLCondition] = patterns.isEmpty ? [unknownStatus] : []
    for pattern in patterns {
      switch pattern {
      case .symbol(let gene):
        rows.append(SQLCondition("g.gene = ? OR g.partner_gene = ?", [.text(gene.text), .text(gene.text)]))
        unknown.append(.not(ConditionPair.named(gene.text, [.positive, .negative])))
      case .fusion(let first, let second):
        let pair: [Scalar] = [.text(first.text), .text(second.text)]
        rows.append(
          SQLCondition("(g.gene = ? AND g.partner_gene = ?) OR (g.partner_gene = ? AND g.gene = ?)", pair + pair))
        unknown.append(.not(.any([first, second].map { ConditionPair.named($0.text, [.positive, .negative]) })))
      case .any:
        rows.append(SQLCondition("1"))
        if roles.isEmpty { certain.append(SQLCondition("f.driver_status = 'driver_detected'")) }
        unknown.append(unknownStatus)
      case .none:
        if roles.isEmpty { certain.append(SQLCondition("f.driver_status = 'none_detected'")) }
        unknown.append(unknownStatus)
      case .unknown:
        if roles.isEmpty { certain.append(unknownStatus) }
      }
    }
    if !rows.isEmpty {
      let row = SQLCondition.all([.any(rows), role])
      certain.append(
        SQLCondition(
          "f.case_id IN (SELECT g.case_id FROM driver_genes g WHERE g.status = 'positive' AND (\(row.sql)))", row.values
        ))
    }
    return ConditionPair(certain: .any(certain), unknown: .any(unknown))
  }
}
