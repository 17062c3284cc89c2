import ClinicalModel
import Foundation
import TestSupport
import Testing

@testable import CLI

/// One flat row as `query --format json` prints it.
private func row(_ id: String, _ psoas: CommandLine) throws -> [String: String] {
  let output = psoas.run("query", "--case", id, "--format", "json").output
  let rows = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
  return try #require(rows.first).mapValues { "\($0)" }
}

@Test func `the published cases give the facts that a careful reader of the article would write down`() throws {
  let psoas = try CommandLine(seeded: true)
  let first = try row("kodama2024-1", psoas)
  let second = try row("kodama2024-2", psoas)
  for (name, one, two) in [
    ("n_sources", "2", "1"), ("mps_certainty", "probable", "probable"),
    ("age_at_onset_min", "46", "65"), ("age_at_onset_max", "47", "66"),
    ("diagnosis_to_onset_days_min", "93", "22"), ("diagnosis_to_onset_days_max", "211", "22"),
    ("mps_timing", "metachronous", "synchronous"), ("lesion_synchrony", "synchronous", "metachronous"),
    ("psoas_size_max_mm", "44", "<null>"), ("psoas_confirmation", "histology", "imaging_only"),
    ("drivers", "EML4::ALK fusion", "<null>"), ("resistance_alterations", "MET amplification", "<null>"),
    ("driver_status", "driver_detected", "none_detected"), ("gene_alk", "positive", "not_reported"),
    ("gene_egfr", "not_reported", "not_reported"), ("pd_l1_tps", "<null>", "95"),
    ("line_at_onset_min", "1", "0"), ("line_at_onset_max", "1", "0"), ("n_lines", "3", "1"),
    ("psoas_rt", "yes", "yes"), ("psoas_rt_delivered_gy", "<null>", "50"), ("psoas_rt_bed10_gy", "<null>", "60"),
    ("psoas_rt_gy_per_fraction", "<null>", "2"), ("psoas_rt_eqd2_10_gy", "<null>", "50"),
    ("psoas_surgery", "yes", "not_reported"), ("ketamine", "yes", "not_reported"),
    ("steroid_for_mps", "not_reported", "not_reported"), ("ome_calculated", "<null>", "<null>"),
    ("psoas_response", "PD", "<null>"), ("pain_response", "improved", "resolved"),
    ("dissociated_response", "yes", "not_reported"),
    ("ecog_before", "<null>", "4"), ("ecog_worst", "<null>", "4"), ("ecog_after", "<null>", "1"),
    ("dvt", "not_reported", "not_reported"), ("ae_max_grade", "<null>", "3"),
    ("onset_to_death_days_min", "78", "167"), ("onset_to_death_days_max", "258", "198"),
    ("survival_reported_months", "<null>", "6"), ("survival_reported_from", "<null>", "mps_onset"),
  ] {
    #expect(first[name] == one, "case 1, \(name)")
    #expect(second[name] == two, "case 2, \(name)")
  }
  for reason in [
    "pd_l1_tps=value_in_figure_only", "ome_calculated=route_not_reported", "pack_years=not_reported",
    "survival_reported_months=reported_from_another_event", "ecog_worst=not_reported",
    "psoas_rt_eqd2_10_gy=dose_not_reported",
  ] {
    #expect(first["absent"]?.split(separator: ";").contains(Substring(reason)) == true, "\(reason)")
  }
}

@Test func `no gene of the published cases is negative, and the second has no gene result at all`() throws {
  let seed = try Samples.seed()
  #expect(seed[0].molecularTests.flatMap(\.driverGenes).map(\.gene?.text) == ["ALK", "ALK", "MET"])
  #expect(seed[0].molecularTests.flatMap(\.driverGenes).allSatisfy { $0.status == .positive })
  #expect(seed[1].molecularTests.flatMap(\.driverGenes).isEmpty)
}

@Test func `every row of the published cases says where in the article it stands`() throws {
  for subject in try Samples.seed() {
    let about = subject.annotations.compactMap(\.about)
    for row in subject.flatRows
    where !["cases", "sources", "annotations", "therapy_targets", "response_therapies"].contains(row.schema.name) {
      #expect(
        about.contains { $0.table == row.schema.name && $0.row == row.key },
        "\(subject.id): \(row.schema.name)/\(row.key)")
    }
    #expect(subject.annotations.allSatisfy { $0.sourceID != nil && $0.section != nil })
  }
}
