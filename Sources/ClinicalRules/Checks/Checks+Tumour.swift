import ClinicalModel

extension EditChecks {
  static let tumour: [EditCheck] = [
    EditCheck(
      "TU-01", .warning, "A primary of the soft tissues of abdomen or pelvis is no carcinoma.",
      fields: ["primary_tumours.site", "primary_tumours.histology"], source: "CanReg5; this registry"
    ) { reading, judge in
      for tumour in reading.subject.primaryTumours {
        guard let site = tumour.site, let group = tumour.histology?.group(at: site) else { continue }
        let isSoftTissue = site.text == "C49.4" || site.text == "C49.5"
        let fits = [
          "sarcoma", "lymphoma", "nerve_sheath", "nervous_system", "unspecified", "plasma_cell", "germ_cell", "benign",
        ]
        judge.expect(
          !isSoftTissue || fits.contains(group), .warning,
          "the primary's site is \(site.named) and its histology \(tumour.histology?.named ?? "")",
          mend: "is this the metastasis? then it is a lesion, and the primary is elsewhere",
          [reading.at(tumour, "site"), reading.at(tumour, "histology")])
      }
    },
    EditCheck(
      "TU-02", .error, "A primary is coded with its own behaviour, never /6 (metastatic) or /9.",
      fields: ["primary_tumours.histology"], source: "ICD-O-3 coding rules"
    ) { reading, judge in
      for tumour in reading.subject.primaryTumours {
        guard let histology = tumour.histology else { continue }
        judge.expect(
          histology.behaviour < 6, .error,
          "the primary \(tumour.id) has the behaviour /\(histology.behaviour) in \(histology.text)",
          mend: "write \(histology.text.prefix(4))/3 for a malignant primary", [reading.at(tumour, "histology")])
      }
    },
    EditCheck(
      "TU-03", .rare, "Histology and site of a primary occur together (own short list).",
      fields: ["primary_tumours.site", "primary_tumours.histology"], source: "IARC, CanReg5; rows of this registry"
    ) { reading, judge in
      for tumour in reading.subject.primaryTumours {
        guard let site = tumour.site, site.number != 80, let histology = tumour.histology,
          let sites = Self.sitesOfHistologies[histology.number]
        else { continue }
        judge.expect(
          sites.contains(site.number), .rare, "the histology is \(histology.named) and the site \(site.named)",
          mend: "check both", [reading.at(tumour, "histology"), reading.at(tumour, "site")])
      }
    },
    EditCheck(
      "TU-04", .error, "A primary that has spread is malignant, and behaviour /2 occurs only in an epithelium.",
      fields: ["primary_tumours.histology", "lesions.kind"], source: "CanReg5"
    ) { reading, judge in
      let spread = reading.subject.lesions.first { $0.kind == .metastasis }
      for tumour in reading.subject.primaryTumours {
        guard let histology = tumour.histology else { continue }
        judge.pass()
        if let site = tumour.site, histology.behaviour == 2, [40, 41, 42, 47, 48, 49, 70, 71, 72].contains(site.number)
        {
          judge.fail(
            .rare, "behaviour /2 in \(histology.text) and the site \(site.named)", mend: "check both",
            [reading.at(tumour, "histology"), reading.at(tumour, "site")])
        }
        if let spread, reading.subject.primaryTumours.count == 1, histology.behaviour < 3 {
          judge.fail(
            histology.behaviour == 1 ? .warning : .error,
            "the only primary has the behaviour /\(histology.behaviour) in \(histology.text), and \(spread.id) is a metastasis",
            mend: "check both; a malignant tumour ends in /3",
            [reading.at(tumour, "histology"), reading.at(spread, "kind")])
        }
      }
    },
    EditCheck(
      "TU-05", .warning, "Grade fits the histology and its words.",
      fields: ["primary_tumours.grade", "primary_tumours.histology", "primary_tumours.histology_text"],
      source: "CanReg5"
    ) { reading, judge in
      for tumour in reading.subject.primaryTumours {
        guard let grade = tumour.grade?.text, Int(grade) != nil else { continue }
        let words = tumour.histologyText?.lowercased() ?? ""
        let told = [("poorly differentiated", "3"), ("moderately differentiated", "2"), ("well differentiated", "1")]
          .first { words.contains($0.0) }
        let undifferentiated = (8020...8022).contains(tumour.histology?.number ?? 0)
        let expected = undifferentiated ? "4" : told?.1
        judge.expect(
          expected == nil || expected == grade, .warning,
          "grade is \(grade), and the histology is \(undifferentiated ? tumour.histology?.named ?? "" : told?.0 ?? "")",
          mend: "check both; 1 well, 2 moderately, 3 poorly, 4 undifferentiated",
          [reading.at(tumour, "grade"), reading.at(tumour, "histology_text")])
      }
    },
    EditCheck(
      "TU-06", .warning, "A specific histology rests on tissue or cells.",
      fields: ["primary_tumours.basis", "primary_tumours.histology"], source: "IARC, CanReg5"
    ) { reading, judge in
      let accepted = [8000, 8170, 8720, 8960, 9100, 9140, 9350, 9380, 9500, 9510, 9530, 9590, 9732]
      for tumour in reading.subject.primaryTumours {
        guard let basis = tumour.basis?.text, let histology = tumour.histology else { continue }
        let isSeen = !["imaging", "tumour_marker", "clinical", "death_certificate"].contains(basis)
        judge.expect(
          isSeen || accepted.contains(histology.number), .warning,
          "the histology is \(histology.named) and rests on \(basis)",
          mend: "check the basis, or write 8000/3 for a tumour that nobody examined",
          [reading.at(tumour, "basis"), reading.at(tumour, "histology")])
      }
    },
    EditCheck(
      "TU-07", .warning, "The basis of a diagnosis agrees with how the primary was confirmed.",
      fields: ["primary_tumours.basis", "lesions.confirmation"], source: "ARGO"
    ) { reading, judge in
      for tumour in reading.subject.primaryTumours {
        guard let basis = tumour.basis?.text, basis == "histology" || basis == "cytology" else { continue }
        let own = reading.subject.lesions.first { lesion in
          lesion.kind == .primary && (lesion.primaryTumourID == nil || lesion.primaryTumourID?.text == tumour.id)
        }
        guard let own, let confirmation = own.confirmation else {
          judge.cannot("how the primary was confirmed is not told")
          continue
        }
        let elsewhere = reading.subject.lesions.contains { $0.id != own.id && $0.confirmation == .histology }
        let fits =
          basis == "histology"
          ? elsewhere || (confirmation != .imagingOnly && confirmation != .clinical) : confirmation != .histology
        judge.expect(
          fits, .warning, "the basis is \(basis) and the primary \(own.id) is confirmed by \(confirmation.rawValue)",
          mend: "check both", [reading.at(tumour, "basis"), reading.at(own, "confirmation")])
      }
    },
    EditCheck(
      "TU-08", .warning, "A metastasis has the histology of its primary, or somebody says why not.",
      fields: ["lesions.histology", "primary_tumours.histology"], source: "this registry"
    ) { reading, judge in
      guard let primary = reading.facts.primary?.histology else { return judge.cannot("no histology of one primary") }
      let site = reading.facts.primary?.site
      for lesion in reading.subject.lesions where lesion.kind != .primary && lesion.kind != .mimic {
        guard let histology = lesion.histology, let group = histology.group(at: site) else { continue }
        let broad: Set<String?> = ["carcinoma", "unspecified"]
        let stained =
          reading.subject.measurements.contains { $0.lesionID?.text == lesion.id }
          || reading.subject.molecularTests.contains { $0.lesionID?.text == lesion.id && $0.method?.text == "ihc" }
        let told = reading.subject.annotations.contains {
          $0.about?.text == reading.at(lesion, "histology") && $0.kind != .override
        }
        judge.expect(
          group == primary.group(at: site) || (broad.contains(group) && stained) || stained || told, .warning,
          "\(lesion.id) is \(histology.named) and the primary \(primary.named)",
          mend:
            "add what ties them together (immunohistochemistry of the lesion), or a remark on the lesion's histology",
          [reading.at(lesion, "histology")])
      }
    },
    EditCheck(
      "TU-09", .warning, "Two primaries differ in site group or histology group, else they are one.",
      fields: ["primary_tumours.site", "primary_tumours.histology"], source: "IARC rules for multiple primaries"
    ) { reading, judge in
      let tumours = reading.subject.primaryTumours
      for (index, first) in tumours.enumerated() {
        for second in tumours.dropFirst(index + 1) {
          guard let site = first.site?.group, let group = first.histology?.group(at: first.site) else { continue }
          let sides = Set([first.laterality, second.laterality].compactMap { $0 })
          judge.expect(
            site != second.site?.group || group != second.histology?.group(at: second.site) || sides.count == 2,
            .warning,
            "\(first.id) and \(second.id) are both \(group) of \(site)", mend: "keep one when it is one tumour",
            [reading.at(first, "site"), reading.at(second, "site")])
        }
      }
    },
    EditCheck(
      "TU-10", .warning, "An organ that is single has no side, and a psoas lesion has one.",
      fields: ["primary_tumours.laterality", "lesions.laterality"], source: "NAACCR; this registry"
    ) { reading, judge in
      let single: Set<String> = [
        "cervix", "uterus", "prostate", "bladder", "pancreas", "stomach", "oesophagus", "anus",
      ]
      for tumour in reading.subject.primaryTumours {
        guard let side = tumour.laterality, let site = tumour.site else { continue }
        judge.expect(
          !single.contains(site.group) || (side != .right && side != .left), .warning,
          "the side is \(side.rawValue) and the site \(site.named)", mend: "check both; a single organ has none",
          [reading.at(tumour, "laterality"), reading.at(tumour, "site")])
      }
      for lesion in reading.facts.psoasLesions {
        judge.expect(
          lesion.laterality != nil || reading.isExplained(reading.at(lesion, "laterality")), .incomplete,
          "the psoas lesion \(lesion.id) has no side", mend: "write right, left, bilateral or not_reported",
          [reading.at(lesion, "laterality")])
      }
    },
  ]

  private static let sitesOfHistologies: [Int: Set<Int>] = [
    8120: [65, 66, 67, 68, 61], 8130: [65, 66, 67, 68], 8160: [22, 24], 8170: [22], 8312: [64], 8384: [53],
    8380: [53, 54, 55, 56, 57], 8441: [48, 53, 54, 55, 56, 57], 8460: [48, 54, 55, 56, 57], 8461: [48, 56, 57],
    8930: [53, 54, 55, 56, 57], 9061: [62, 37, 38, 48, 71, 75, 76], 9731: [40, 41, 42], 9732: [40, 41, 42],
  ]
}
