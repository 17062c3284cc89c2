import ClinicalModel

extension EditChecks {
  static let identity: [EditCheck] = [
    EditCheck(
      "ID-01", .error, "A case's id is unique in the registry, letter case aside.", fields: ["cases.id"],
      source: "cBioPortal validator"
    ) { reading, judge in
      judge.expect(
        reading.context.sameIDs.isEmpty, .error,
        "\(reading.subject.id) and \(reading.context.sameIDs.joined(separator: ", ")) differ in letter case alone",
        mend: "give one of them another id", ["cases/id"])
    },
    EditCheck(
      "ID-02", .incomplete,
      "A case has a source, and a publication its DOI, PubMed id or whole citation.",
      fields: ["sources.doi", "sources.pmid", "sources.citation", "sources.title", "sources.year"],
      source: "Phenopackets metadata"
    ) { reading, judge in
      judge.expect(
        !reading.subject.sources.isEmpty, .incomplete, "the case has no source",
        mend: "add the publication, or the record that it is from, with \(action: .addSource)", ["cases/ascertainment"])
      for source in reading.subject.sources where source.kind != .chart && source.kind != .registryForm {
        let isFound = source.doi != nil || source.pmid != nil || source.citation != nil
        judge.expect(
          isFound || (source.title != nil && source.year != nil), .incomplete,
          "\(source.id) cannot be found by anybody else", mend: "add its doi, pmid or citation",
          [reading.at(source, "doi")])
      }
    },
    EditCheck(
      "ID-03", .incomplete, "Sex is told, or said to be unknown or not reported; blank is neither.",
      fields: ["cases.sex"], source: "cBioPortal validator"
    ) { reading, judge in
      judge.expect(
        reading.subject.sex != nil, .incomplete, "sex is blank",
        mend: "write it, or not_reported when the source does not tell it", ["cases/sex"])
    },
    EditCheck(
      "ID-04", .warning, "The patient is grown up; ages run from 0 to 120, the lower one first.",
      fields: ["cases.age_min", "cases.age_max"], source: "cBioPortal validator"
    ) { reading, judge in
      guard let oldest = reading.subject.ageMax?.value else { return judge.cannot("no age is told") }
      judge.expect(
        oldest >= 18, .warning, "the patient is \(oldest) years old at most",
        mend: "check the age; a child with the syndrome is right to keep", ["cases/age_max"])
    },
    EditCheck(
      "ID-05", .error, "The primary's site is one that a person of this sex has.",
      fields: ["cases.sex", "primary_tumours.site"], source: "IARC, CanReg5"
    ) { reading, judge in
      guard let sex = reading.subject.sex, sex == .female || sex == .male else {
        return judge.cannot("sex is not known")
      }
      let others = sex == .male ? 51...58 : 60...63
      for tumour in reading.subject.primaryTumours {
        guard let site = tumour.site else { continue }
        judge.expect(
          !others.contains(site.number), .error, "sex is \(sex.rawValue) and the primary's site \(site.named)",
          mend: "check both; if the source really says so, store it with \(action: .set(.asReported))",
          ["cases/sex", reading.at(tumour, "site")])
      }
    },
    EditCheck(
      "ID-06", .rare, "The primary's histology is one that occurs in this sex (own short list).",
      fields: ["cases.sex", "primary_tumours.histology"], source: "IARC, CanReg5; rows of this registry"
    ) { reading, judge in
      guard let sex = reading.subject.sex, sex == .female || sex == .male else {
        return judge.cannot("sex is not known")
      }
      let (male, female) = ([9061, 9062, 9063, 9084], [8380, 8384, 8441, 8460, 8461, 8930, 8950])
      for tumour in reading.subject.primaryTumours {
        guard let histology = tumour.histology else { continue }
        judge.expect(
          !(sex == .male ? female : male).contains(histology.number), .rare,
          "sex is \(sex.rawValue) and the histology \(histology.named)", mend: "check both",
          ["cases/sex", reading.at(tumour, "histology")])
      }
    },
    EditCheck(
      "ID-07", .rare, "The primary's site is one that occurs at this age.",
      fields: ["cases.age_max", "primary_tumours.site", "primary_tumours.histology"], source: "IARC, CanReg5"
    ) { reading, judge in
      guard let oldest = reading.subject.ageMax?.value else { return judge.cannot("no age is told") }
      for tumour in reading.subject.primaryTumours {
        guard let site = tumour.site else { continue }
        let histology = tumour.histology?.number ?? 8000
        let isCarcinoid = (8240...8249).contains(histology)
        let adult = [15, 19, 20, 21, 23, 24, 50, 53, 54, 55].contains(site.number) || site.text == "C38.4"
        let odd =
          oldest < 20 && (adult || ([34, 18].contains(site.number) && !isCarcinoid))
          || oldest < 40 && site.number == 61 && histology == 8140
        judge.expect(
          !odd, .rare, "the patient is \(oldest) years old and the primary's site \(site.named)", mend: "check both",
          ["cases/age_max", reading.at(tumour, "site")])
      }
    },
    EditCheck(
      "ID-08", .rare, "The primary's histology is one that occurs at this age.",
      fields: ["cases.age_min", "cases.age_max", "primary_tumours.histology"], source: "IARC, CanReg5"
    ) { reading, judge in
      guard let youngest = reading.subject.ageMin?.value, let oldest = reading.subject.ageMax?.value else {
        return judge.cannot("no age is told")
      }
      let ofChildren = [8910, 8960, 8961, 8962, 8970, 8981, 8991, 9470, 9490, 9500, 9687]
      for tumour in reading.subject.primaryTumours {
        guard let histology = tumour.histology else { continue }
        let odd =
          youngest >= 15 && ofChildren.contains(histology.number)
          || oldest <= 25 && [9730, 9823, 9890].contains(histology.number)
          || oldest < 15 && [9724, 9732].contains(histology.number)
        judge.expect(
          !odd, .rare, "the patient is \(youngest) to \(oldest) years old and the histology \(histology.named)",
          mend: "check both", ["cases/age_min", reading.at(tumour, "histology")])
      }
    },
    EditCheck(
      "ID-09", .error, "Nothing happened before the patient was born, by the age that is told.",
      fields: ["cases.age_max", "cases.age_at"], source: "IARC, CanReg5"
    ) { reading, judge in
      guard let oldest = reading.subject.ageMax?.value, let moment = reading.momentOfAge else {
        return judge.cannot("the moment of the age has no date")
      }
      let years = Int((Double(oldest + 1) * 365.25).rounded(.up))
      for event in reading.dates {
        guard let days = event.days(to: moment) else { continue }
        judge.expect(
          days.lowerBound <= years, .error,
          "\(event.told) is before the birth of a patient of \(oldest) years at \(moment.told)",
          mend: "check the age and both dates", ["cases/age_max", event.path, moment.path])
      }
    },
    EditCheck(
      "ID-10", .warning, "Who never smoked has no pack-years.", fields: ["cases.smoking", "cases.pack_years"],
      source: "ARGO"
    ) { reading, judge in
      guard let packYears = reading.subject.packYears?.value, let smoking = reading.subject.smoking else {
        return judge.cannot("smoking or pack-years are not told")
      }
      judge.expect(
        smoking != .never || packYears == 0, .warning, "smoking is never and pack-years are \(packYears.written)",
        mend: "check both", ["cases/smoking", "cases/pack_years"])
    },
  ]
}

extension CheckInput {
  /// The date of the moment that the age belongs to.
  var momentOfAge: TimedCell? {
    switch subject.ageAt {
    case .presentation: date("presented_date", subject)
    case .diagnosis: date("diagnosed_date", facts.primary)
    case .mpsOnset: date("onset_date", facts.episode)
    case .report, .notReported, nil: nil
    }
  }
}

extension SiteCode {
  /// `61` of C61.9.
  var number: Int { Int(text.dropFirst().prefix(2)) ?? 0 }

  /// `C61.9 prostate`.
  var named: String { [text, Vocabulary.sites.entry(text)?.label].compactMap { $0 }.joined(separator: " ") }
}

extension HistologyCode {
  /// `8140` of 8140/3.
  var number: Int { Int(text.prefix(4)) ?? 0 }

  /// The digit of behaviour.
  var behaviour: Int { Int(text.suffix(1)) ?? 3 }

  var named: String { [text, Vocabulary.histologies.entry(text)?.label].compactMap { $0 }.joined(separator: " ") }
}
