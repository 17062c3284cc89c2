import ClinicalModel
package import ClinicalRules

/// What the tests ask by a criterion.
package struct CriterionSample {
  /// Some of the published cases and of the fixtures meet it, and others do not.
  package let example: String
  /// What synthetic cases are asked.
  package let values: [String]

  private init(_ example: String, _ values: [String]) {
    self.example = example
    self.values = values
  }

  package static let genes = ["ALK", "EGFR", "MET", "EML4"]

  package static func of(_ key: CaseCriterion.Key) -> CriterionSample {
    switch key {
    case .primarySite: Self("lung", ["lung", "C34", "C34.1", "bladder"])
    case .histology: Self("adenocarcinoma", ["8140/3", "814", "adenocarcinoma", "8070"])
    case .stage: Self("IV", ["I", "IV", "IVA", "III"])
    case .driverGene: Self("ALK", genes + ["EML4::ALK", "any", "none", "unknown"])
    case .driverRole: Self("resistance", ["driver", "resistance", "not_stated"])
    case .alteration: Self("fusion", ["fusion", "amplification"])
    case .geneStatus:
      Self(
        "ALK=positive",
        ["positive", "negative", "not_tested", "not_reported", "value_unavailable"].flatMap { word in
          genes.map { "\($0)=\(word)" }
        })
    case .sex: Self("female", ["female", "male"])
    case .age: Self("60..69", ["40..59", "60..", "..54", "50"])
    case .country: Self("JPN", ["JPN", "fra"])
    case .mpsCertainty: Self("probable", ["probable", "not_mps", "indeterminate", "involvement_only"])
    case .mpsSide: Self("right", ["right", "left"])
    case .onset: Self("2019..2020", ["2019", "2019-06..2019-08", "2020..", "..2019-06-30"])
    case .lesionMuscle: Self("psoas", ["psoas", "iliopsoas", "iliacus"])
    case .lesionLaterality: Self("left", ["right", "left"])
    case .synchrony: Self("metachronous", ["synchronous", "metachronous"])
    case .finding: Self("HP:0003419", ["hydronephrosis", "HP:0003419"])
    case .ecog: Self("0..4", ["2", "2..3", "3.."])
    case .therapy:
      Self("radiotherapy", ["alectinib", "ALK inhibitor", "radiotherapy", "morphine", "systemic", "xyzumab"])
    case .radiotherapyGy: Self("1..100", ["30..50", "..20"])
    case .response: Self("PD", ["PD", "PR", "mixed"])
    case .dissociatedResponse: Self("yes", ["yes", "not_reported"])
    case .during: Self("alectinib", ["alectinib", "systemic", "surgery", "radiotherapy"])
    case .after: Self("radiotherapy", ["alectinib", "systemic", "surgery", "radiotherapy"])
    case .vitalStatus: Self("dead", ["alive", "dead"])
    case .survivalDays: Self("1..400", ["..200", "100..400"])
    case .source: Self("kodama2024", ["one", "10.1000/two"])
    case .ascertainment: Self("literature", ["literature", "prospective"])
    case .status: Self("complete", ["complete", "withdrawn", "not_reported"])
    case .text: Self("synthetic", ["calm", "100%", "œdème", "under_score", "ALECTINIB leg", "DRY calm"])
    case .caseID: Self("kodama2024-1", (1...9).map { "synthetic-\($0)" } + ["synthetic-17"])
    }
  }
}
