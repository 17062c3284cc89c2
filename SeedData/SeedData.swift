/// The published cases and the code lists that travel inside the program (README.md: origin and licence of each).
public enum SeedData {
  /// One case of the seed: its file's name and the file.
  public struct CaseFile: Sendable {
    public let name: String
    public let bytes: [UInt8]
  }

  public static var cases: [CaseFile] {
    [
      CaseFile(name: "kodama2024-1.yaml", bytes: PackageResources.kodama2024_1_yaml),
      CaseFile(name: "kodama2024-2.yaml", bytes: PackageResources.kodama2024_2_yaml),
    ]
  }

  /// ICD-O-3 topography: code, our label, synonyms separated by `|`.
  public static var sites: String { text(PackageResources.sites_tsv) }
  /// Groups of sites: group, its code for "not otherwise specified", three-character codes separated by `|`.
  public static var siteGroups: String { text(PackageResources.site_groups_tsv) }
  /// ICD-O-3.1 morphology: code, our label, synonyms separated by `|`.
  public static var histologies: String { text(PackageResources.histologies_tsv) }
  /// Groups of histologies: group, first three digits separated by `|`.
  public static var histologyGroups: String { text(PackageResources.histology_groups_tsv) }
  /// Genes: approved symbol, HGNC id, aliases separated by `|`.
  public static var genes: String { text(PackageResources.genes_tsv) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
