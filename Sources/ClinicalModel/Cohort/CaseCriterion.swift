/// One thing that a cohort is asked by.
///
/// A criterion is a case with a key, so that one which is forgotten somewhere does not compile.
public enum CaseCriterion: Hashable, Sendable {
  case primarySite(SitePattern)
  case driverGene(GenePattern)
  case driverRole(GeneRole)
  case geneStatus(GeneSymbol, GeneStatus)
  case sex(Sex)
  case age(ClosedRange<Int>)
  case vitalStatus(VitalStatus)
  case status(CaseStatus)
  case caseID(String)

  /// The criterion's word on the command line.
  public enum Key: String, CaseIterable, Sendable {
    case primarySite = "primary-site"
    case driverGene = "driver-gene"
    case driverRole = "driver-role"
    case geneStatus = "gene-status"
    case sex
    case age
    case vitalStatus = "vital-status"
    case status
    case caseID = "case"
  }

  public var key: Key {
    switch self {
    case .primarySite: .primarySite
    case .driverGene: .driverGene
    case .driverRole: .driverRole
    case .geneStatus: .geneStatus
    case .sex: .sex
    case .age: .age
    case .vitalStatus: .vitalStatus
    case .status: .status
    case .caseID: .caseID
    }
  }

  /// Reads a criterion as the command line spells it.
  ///
  /// - Throws: a ``Fault`` that says what was expected, with an example.
  public init(_ key: Key, _ text: String) throws(Fault) {
    switch key {
    case .primarySite: self = .primarySite(try SitePattern(parsing: text))
    case .driverGene: self = .driverGene(try GenePattern(parsing: text))
    case .driverRole: self = .driverRole(try GeneRole(.text(text)))
    case .geneStatus:
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Fault("\(text.quoted) names no gene and status", mend: "write GENE=STATUS, for example EGFR=negative")
      }
      self = .geneStatus(try GeneSymbol(parsing: parts[0]), try GeneStatus(.text(parts[1])))
    case .sex: self = .sex(try Sex(.text(text)))
    case .age: self = .age(try Years.span(text))
    case .vitalStatus: self = .vitalStatus(try VitalStatus(.text(text)))
    case .status: self = .status(try CaseStatus(.text(text)))
    case .caseID: self = .caseID(try Identifier(parsing: text).text)
    }
  }
}

extension Years {
  /// Reads `60..69`, `60..`, `..69` or `65`.
  public static func span(_ text: String) throws(Fault) -> ClosedRange<Int> {
    let fault = Fault(
      "\(text.quoted) is no range of years", mend: "write lowest..highest, for example 60..69, 60.. or 65")
    func end(_ part: Substring, _ open: Double) throws(Fault) -> Int {
      if part.isEmpty { return Int(open) }
      do { return try Whole<Years>(.text(String(part))).value } catch { throw fault }
    }
    let dash = ["-", "–"].lazy.compactMap { text.dropFirst().dropLast().firstRange(of: $0) }.first
    guard let dots = text.firstRange(of: "..") ?? dash else {
      guard !text.isEmpty else { throw fault }
      let age = try end(text[...], 0)
      return age...age
    }
    let low = try end(text[..<dots.lowerBound], range.lowerBound)
    let high = try end(text[dots.upperBound...], range.upperBound)
    guard low <= high else {
      throw Fault("\(text.quoted) runs backwards", mend: "write the lower end first, for example 60..69")
    }
    return low...high
  }
}
