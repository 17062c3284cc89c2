extension CaseCriterion {
  /// The criterion as the command line spells it: `driver-gene=ALK`.
  public var text: String { "\(key.rawValue)=\(value)" }

  private var value: String {
    switch self {
    case .primarySite(.code(let text)), .primarySite(.prefix(let text)), .primarySite(.group(let text)): text
    case .driverGene(.symbol(let gene)): gene.text
    case .driverGene(.fusion(let first, let second)): "\(first.text)::\(second.text)"
    case .driverGene(.any): "any"
    case .driverGene(.none): "none"
    case .driverGene(.unknown): "unknown"
    case .driverRole(let role): role.rawValue
    case .geneStatus(let gene, let status): "\(gene.text)=\(status.rawValue)"
    case .sex(let sex): sex.rawValue
    case .age(let years): "\(years.lowerBound)..\(years.upperBound)"
    case .vitalStatus(let status): status.rawValue
    case .status(let status): status.rawValue
    case .caseID(let id): id
    }
  }
}
