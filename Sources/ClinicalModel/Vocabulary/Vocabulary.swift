import SeedData

/// The code lists that travel with the program (SeedData/README.md: origin and licence).
public enum Vocabulary {
  public static let sites = CodeList(SeedData.sites)
  public static let histologies = CodeList(SeedData.histologies)
  public static let genes = CodeList(SeedData.genes)
  public static let drugs = CodeList(SeedData.drugs, labelsAreNames: false)
  public static let findings = CodeList(SeedData.findings)
  public static let measurements = CodeList(SeedData.measurements)
}

/// A group of primary sites, the usual word of a question (`lung`).
public struct SiteGroup: Hashable, Sendable {
  public let name: String
  /// The code of the group when nothing more is said; nil for a group that is no place.
  public let unspecified: String?

  public static let all: [SiteGroup] = table.map(\.group)

  private static let table: [(group: SiteGroup, prefixes: [Substring])] = SeedData.siteGroups
    .split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let group = SiteGroup(name: String(cells[0]), unspecified: cells[1].isEmpty ? nil : String(cells[1]))
      return (group, cells[2].split(separator: "|"))
    }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  private static let byPrefix: [Substring: SiteGroup] = Dictionary(
    uniqueKeysWithValues: table.flatMap { row in row.prefixes.map { ($0, row.group) } })

  private init(name: String, unspecified: String?) {
    self.name = name
    self.unspecified = unspecified
  }

  /// The group with this name, spaces or underscores between its words.
  public init?(_ name: String) {
    let word = name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }
    guard let group = Self.byName[String(word)] else { return nil }
    self = group
  }

  /// The group of a topography code; nil when no such code exists.
  public init?(of code: String) {
    guard let group = Self.byPrefix[code[...]] ?? Self.byPrefix[code.prefix(3)] else { return nil }
    self = group
  }
}

/// Groups of histologies, as ICD-O-3.2 arranges its codes and where that is too coarse by the code itself.
public enum HistologyGroup {
  public static let all: [String] = table.map(\.name)

  private static let table: [(name: String, prefixes: [Substring])] = SeedData.histologyGroups
    .split(separator: "\n").map { line in
      let cells = line.split(separator: "\t")
      return (String(cells[0]), cells[1].split(separator: "|"))
    }

  private static let byPrefix: [Substring: String] = Dictionary(
    uniqueKeysWithValues: table.flatMap { row in row.prefixes.map { ($0, row.name) } })

  /// What is benign has a group of its own, for most groups are named by what is malignant. Then a code of a site
  /// (`8310@C64`: clear cell carcinoma of the kidney), a whole code, its first three digits.
  static func name(of code: String, at site: String?) -> String? {
    let keys = ["\(code.dropFirst(4))", "\(code.prefix(4))@\(site?.prefix(3) ?? "")"].map { $0[...] }
    return (keys + [code.prefix(4), code.prefix(3)]).lazy.compactMap { byPrefix[$0] }.first
  }
}
