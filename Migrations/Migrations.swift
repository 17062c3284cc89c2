/// The history of the schema: SQL files, applied in this order, never changed once released.
public enum Migrations {
  /// One step of the schema.
  public struct Step: Sendable {
    /// The file's name without its ending.
    public let name: String
    public let sql: String
  }

  public static let all: [Step] = [
    Step("V0001_cases", PackageResources.V0001_cases_sql),
    Step("V0002_primary_tumours", PackageResources.V0002_primary_tumours_sql),
    Step("V0003_driver_genes", PackageResources.V0003_driver_genes_sql),
    Step("V0004_lesions", PackageResources.V0004_lesions_sql),
    Step("V0005_therapies", PackageResources.V0005_therapies_sql),
    Step("V0006_course", PackageResources.V0006_course_sql),
    Step("V0007_provenance", PackageResources.V0007_provenance_sql),
    Step("V0008_case_facts", PackageResources.V0008_case_facts_sql),
    Step("V0009_history", PackageResources.V0009_history_sql),
    Step("V0010_case_dates", PackageResources.V0010_case_dates_sql),
    Step("V0011_case_facts_time", PackageResources.V0011_case_facts_time_sql),
    Step("V0012_findings", PackageResources.V0012_findings_sql),
    Step("V0013_responses", PackageResources.V0013_responses_sql),
    Step("V0014_registry", PackageResources.V0014_registry_sql),
    Step("V0015_case_facts_whole", PackageResources.V0015_case_facts_whole_sql),
    Step("V0016_check_indexes", PackageResources.V0016_check_indexes_sql),
    Step("V0017_case_facts_by_row", PackageResources.V0017_case_facts_by_row_sql),
    Step("V0018_cohort_indexes", PackageResources.V0018_cohort_indexes_sql),
    Step("V0019_views", PackageResources.V0019_views_sql),
    Step("V0020_registry_in_history", PackageResources.V0020_registry_in_history_sql),
  ]
}

extension Migrations.Step {
  fileprivate init(_ name: String, _ bytes: [UInt8]) {
    self.init(name: name, sql: String(decoding: bytes, as: UTF8.self))
  }
}
