import ClinicalModel

extension EditChecks {
  static let lesions: [EditCheck] = [
    EditCheck(
      "LE-01", .incomplete, "A case has a lesion of psoas, iliacus or iliopsoas, a mimic of one, or a reason why not.",
      fields: ["lesions.muscle"], source: "definition of the syndrome"
    ) { reading, judge in
      let told =
        reading.subject.lesions.contains(where: \.isPsoas)
        || reading.subject.annotations.contains { $0.kind == .absent && $0.about?.table == "lesions" }
      judge.expect(
        told, .incomplete, "no lesion of psoas, iliacus or iliopsoas is told",
        mend: "add it with its muscle and side", ["cases/labelled_mps"])
    },
    EditCheck(
      "LE-02", .error, "An axis is up to 400 mm, seldom above 200; the longest is printed first.",
      fields: ["primary_tumours.size1_mm", "lesion_observations.size1_mm"], source: "mCODE tumour size"
    ) { reading, judge in
      func look<Row: TypedRow>(_ row: Row, _ axes: [Quantity<Millimetres>?]) {
        let sizes = axes.compactMap { $0?.value }
        guard let longest = sizes.max() else { return }
        let printed = sizes.map(\.written).joined(separator: " × ")
        let path = [reading.at(row, "size1_mm")]
        judge.expect(
          longest <= 200, longest > 400 ? .error : .warning, "an axis of \(row.id) is \(longest.written) mm",
          mend: "was it printed in another unit? 4.2 cm is 42 mm", path)
        judge.expect(
          sizes == sizes.sorted(by: >), .information,
          "\(row.id) is printed as \(printed) mm, not with the longest axis first",
          mend: "nothing; it is kept as printed",
          path)
      }
      for tumour in reading.subject.primaryTumours { look(tumour, [tumour.size1MM, tumour.size2MM, tumour.size3MM]) }
      for seen in reading.subject.lesions.flatMap(\.observations) {
        look(seen, [seen.size1MM, seen.size2MM, seen.size3MM])
      }
    },
    EditCheck(
      "LE-03", .error, "The specimen of a test and the lesion that it came from agree.",
      fields: ["molecular_tests.specimen", "molecular_tests.lesion_id", "lesions.kind"], source: "mCODE"
    ) { reading, judge in
      for test in reading.subject.molecularTests {
        guard let specimen = test.specimen?.text, let id = test.lesionID?.text,
          let lesion = reading.subject.lesions.first(where: { $0.id == id })
        else { continue }
        let fits =
          switch specimen {
          case "primary_tumour": ![.metastasis, .nodal, .mimic].contains(lesion.kind)
          case "metastasis": lesion.kind != .primary
          case "psoas_lesion": lesion.isPsoas || lesion.site.map { $0.number == 49 } ?? true
          case _: true
          }
        judge.expect(
          fits, .error,
          "\(test.id) says specimen \(specimen) and lesion \(id), a \(lesion.kind?.rawValue ?? "lesion")\(lesion.muscle.map { " of the \($0.rawValue)" } ?? "")",
          mend: "correct one of the two", [reading.at(test, "specimen"), reading.at(test, "lesion_id")])
      }
    },
    EditCheck(
      "LE-04", .warning, "A lesion that was wholly resected is not seen again; what comes back is a new lesion.",
      fields: ["therapies.residual", "therapies.start_date", "lesion_observations.observed_date"],
      source: "this registry"
    ) { reading, judge in
      for operation in reading.subject.therapies where operation.category == .surgery && operation.status == .given {
        guard let residual = operation.residual?.text,
          let time = reading.date("end_date", operation) ?? reading.date("start_date", operation)
        else { continue }
        for lesion in reading.subject.lesions where operation.targets.contains(where: { $0.id == lesion.id }) {
          for seen in lesion.observations where seen.presence == .present {
            guard let observed = reading.date("observed_date", seen), observed.isCertainlyAfter(time) else { continue }
            let isWhole = residual == "R0" && lesion.kind != .localRecurrence
            judge.fail(
              .warning,
              "\(lesion.id) was resected (\(residual)) and is seen again: \(time.told), \(observed.told)",
              mend: isWhole ? "make the recurrence a lesion of its own" : "say whether it is what was left behind",
              [observed.path, time.path, reading.at(operation, "residual")])
          }
          judge.pass()
        }
      }
    },
    EditCheck(
      "LE-05", .warning,
      "A lesion is seen within a month of the symptoms that it causes, and does not vanish without treatment.",
      fields: ["lesions.first_seen_date", "mps_episodes.onset_date", "lesion_observations.presence"],
      source: "this registry"
    ) { reading, judge in
      let onset = reading.date("onset_date", reading.facts.episode)
      if let lesion = reading.facts.psoasLesion, let seen = reading.date("first_seen_date", lesion) {
        judge.order(seen, notAfter: onset, by: 30, .warning, mend: "check both; a long delay is worth a remark")
      }
      for lesion in reading.subject.lesions {
        for seen in lesion.observations where seen.presence == .present {
          judge.order(
            reading.date("first_seen_date", lesion), notAfter: reading.date("observed_date", seen), .warning,
            mend: "the first time that it was seen is the date of the lesion")
        }
        let (there, gone) = (
          lesion.observations.filter { $0.presence == .present }, lesion.observations.filter { $0.presence == .absent }
        )
        for last in gone {
          guard let absent = reading.date("observed_date", last) else { continue }
          for first in there {
            guard let present = reading.date("observed_date", first), absent.isCertainlyAfter(present) else { continue }
            let treated = reading.facts.given.contains { therapy in
              reading.date("start_date", therapy).map { !$0.isCertainlyAfter(absent) } ?? true
            }
            judge.expect(
              treated, .warning,
              "\(lesion.id) was there and is gone without treatment: \(present.told), \(absent.told)",
              mend: "add the treatment, or check the dates", [absent.path, present.path])
          }
        }
      }
    },
    EditCheck(
      "LE-06", .warning, "How the tumour reached the muscle fits where it came from.",
      fields: ["lesions.involvement", "primary_tumours.site"], source: "published MPS reviews"
    ) { reading, judge in
      guard let site = reading.facts.primary?.site else { return judge.cannot("no site of one primary") }
      let far: Set<String> = ["lung", "breast", "skin", "head_neck", "thyroid", "brain", "oesophagus"]
      for lesion in reading.facts.psoasLesions {
        guard let way = lesion.involvement?.text else { continue }
        let fits =
          way == "direct_invasion"
          ? !far.contains(site.group)
          : way != "primary_muscle" || ["soft_tissue", "lymphoid", "bone", "unknown"].contains(site.group)
        judge.expect(
          fits, .warning, "\(lesion.id) is \(way), and the primary's site is \(site.named)", mend: "check both",
          [reading.at(lesion, "involvement")])
      }
    },
    EditCheck(
      "LE-07", .error, "An SUV runs from 0 to 100 and is measured by PET.",
      fields: ["lesion_observations.suv_max", "lesion_observations.modality"], source: "this registry"
    ) { reading, judge in
      for seen in reading.subject.lesions.flatMap(\.observations) {
        guard let value = seen.suvMax?.value else { continue }
        judge.expect(
          value <= 100, .error, "SUVmax of \(seen.id) is \(value.written)", mend: "check the number; it is 100 at most",
          [reading.at(seen, "suv_max")])
        let modality = seen.modality?.text
        let known = ["ct", "mri", "ultrasound", "x_ray", "bone_scan", "biopsy", "surgery", "autopsy"]
        judge.expect(
          modality.map { !known.contains($0) } ?? true, .error,
          "\(seen.id) has an SUV and the modality \(modality ?? "")",
          mend: "an SUV comes from PET: write fdg_pet or fdg_pet_ct",
          [reading.at(seen, "modality"), reading.at(seen, "suv_max")])
      }
    },
    EditCheck(
      "LE-08", .warning, "A lesion that was taken for something else has a dated examination that says what it is.",
      fields: ["lesion_observations.interpretation", "lesion_observations.modality", "lesions.confirmation"],
      source: "this registry"
    ) { reading, judge in
      for lesion in reading.subject.lesions where [.histology, .cytology, .operative].contains(lesion.confirmation) {
        guard let first = lesion.observations.first(where: { $0.interpretation != nil }) else { continue }
        let examined = lesion.observations.contains {
          ["biopsy", "cytology", "surgery", "autopsy"].contains($0.modality?.text) && $0.observedDate != nil
        }
        judge.expect(
          examined, .warning,
          "\(lesion.id) was taken for \(first.interpretation ?? "") and is confirmed by \(lesion.confirmation?.rawValue ?? "")",
          mend: "add the examination as an observation with its date",
          [reading.at(lesion, "confirmation"), reading.at(first, "interpretation")])
      }
    },
  ]
}
