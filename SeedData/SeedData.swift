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
  /// Genes: approved symbol, nothing, aliases separated by `|`, HGNC id.
  public static var genes: String { text(PackageResources.genes_tsv) }
  /// Drugs: international non-proprietary name, class, other names separated by `|`, ATC code.
  public static var drugs: String { text(PackageResources.drugs_tsv) }
  /// Findings: HPO or local code, our label, synonyms separated by `|`, where the code is from.
  public static var findings: String { text(PackageResources.findings_tsv) }
  /// Scores, laboratory values, biomarkers: our code, our label, synonyms separated by `|`, LOINC code, usual unit.
  public static var measurements: String { text(PackageResources.measurements_tsv) }
  /// Oral morphine equivalents (CDC 2022): opioid, route, factor.
  public static var opioidFactors: String { text(PackageResources.opioid_factors_tsv) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
