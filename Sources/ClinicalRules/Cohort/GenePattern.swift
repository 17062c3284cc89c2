public import ClinicalModel

/// Which results of genes: positive ones of a gene or a fusion, any, none at all, or not known.
public enum GenePattern: Hashable, Sendable {
  /// A positive result of the gene, also as the partner of a fusion.
  case symbol(GeneSymbol)
  case fusion(GeneSymbol, GeneSymbol)
  case any
  /// A test says that there is no driver, and none says otherwise.
  case none
  /// Not tested, or not reported.
  case unknown

  public var text: String {
    switch self {
    case .symbol(let gene): gene.text
    case .fusion(let first, let second): "\(first.text)::\(second.text)"
    case .any: "any"
    case .none: "none"
    case .unknown: "unknown"
    }
  }

  public init(parsing text: String) throws(Fault) {
    switch text {
    case "any": self = .any
    case "none": self = .none
    case "unknown": self = .unknown
    case _:
      if let fusion = try Fusion(parsing: text) {
        self = .fusion(fusion.first, fusion.second)
      } else {
        self = .symbol(try GeneSymbol(parsing: text))
      }
    }
  }
}
