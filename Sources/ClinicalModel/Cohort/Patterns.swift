/// Which primary sites: one code, every code that begins so, or a group.
public enum SitePattern: Hashable, Sendable {
  case code(String)
  case prefix(String)
  case group(String)

  /// Reads `C34.1`, `C34`, `lung`, or a common name; the name of a whole organ is its group.
  public init(parsing text: String) throws(Fault) {
    if let group = SiteGroup(text) {
      self = .group(group.name)
      return
    }
    let bytes = text.utf8
    if (2...3).contains(bytes.count), (bytes.first ?? 0) | 0x20 == UInt8(ascii: "c"),
      bytes.dropFirst().allSatisfy(\.isDigit)
    {
      guard bytes.count == 2 || SiteGroup(of: text.uppercased()) != nil else {
        throw Fault(
          "\(text.quoted) begins no ICD-O-3 topography code", mend: "codes run from C00.0 to C80.9, for example C34")
      }
      self = .prefix(text.uppercased())
      return
    }
    let site = try SiteCode(parsing: text)
    let whole = SiteGroup.all.first { $0.unspecified == site.text && site.word != nil }
    self = whole.map { .group($0.name) } ?? .code(site.text)
  }
}

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

/// A question to the registry: the same key twice means or, different keys mean and.
public struct CaseQuery: Hashable, Sendable {
  public var criteria: [CaseCriterion]

  public init(_ criteria: [CaseCriterion] = []) { self.criteria = criteria }

  /// The criteria in groups of one key, in the order of the keys.
  public var byKey: [(key: CaseCriterion.Key, criteria: [CaseCriterion])] {
    CaseCriterion.Key.allCases.compactMap { key in
      let own = criteria.filter { $0.key == key }
      return own.isEmpty ? nil : (key, own)
    }
  }
}
