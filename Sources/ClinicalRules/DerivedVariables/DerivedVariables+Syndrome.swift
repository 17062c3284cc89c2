import ClinicalModel

extension DerivedVariables {
  static let syndrome: [DerivedVariable] =
    [
      copied("onset_date"), copied("side", as: "mps_side"), copied("plexopathy"), copied("fixed_hip_flexion"),
      copied("stretch_test"), copied("imaging_involvement"), copied("pathology_involvement"),
    ] + diagnosisToOnset

  static let psoasLesion: [DerivedVariable] =
    [
      copied("muscle", ofLesion: "psoas_muscle"),
      DerivedVariable(
        "psoas_laterality", "Side of the lesion", Laterality.kind, .safe,
        "Side of the psoas lesions; bilateral when they are on both sides."
      ) { reading in
        guard let lesion = reading.psoasLesion else { return .absent(reading.whyNoPsoasLesion) }
        let sides = Set(reading.psoasLesions.compactMap(\.laterality))
        if sides.isSuperset(of: [.right, .left]) { return .text(Laterality.bilateral.rawValue) }
        return lesion.laterality.map { .text($0.rawValue) }
          ?? reading.absent("lesions/\(lesion.id)/laterality", else: .notRecorded)
      },
      DerivedVariable(
        "psoas_size_max_mm", "Largest size", .real, unit: Millimetres.unit, .safe,
        "Longest axis of any observation of a psoas lesion."
      ) { reading in
        largest(reading) { [$0.size1MM, $0.size2MM, $0.size3MM].compactMap { $0?.value } }
      },
      DerivedVariable(
        "psoas_suv_max", "SUVmax", .real, unit: UptakeValue.unit, .safe, "Highest uptake of a psoas lesion."
      ) {
        reading in
        largest(reading) { [$0.suvMax].compactMap { $0?.value } }
      },
      copied("confirmation", ofLesion: "psoas_confirmation"), copied("involvement", ofLesion: "psoas_involvement"),
    ] + lesionSynchrony

  private static func copied(_ field: String, as name: String? = nil) -> DerivedVariable {
    DerivedVariable(field, of: MPSEpisode.table, as: name, absent: \.whyNoEpisode) { $0.episode }
  }

  private static func copied(_ field: String, ofLesion name: String) -> DerivedVariable {
    DerivedVariable(field, of: Lesion.table, as: name, absent: \.whyNoPsoasLesion) { $0.psoasLesion }
  }

  private static func largest(_ reading: DerivationInput, _ numbers: (LesionObservation) -> [Double]) -> Derived {
    let largest = reading.psoasLesions.flatMap(\.observations).flatMap(numbers).max()
    return largest.map { .value(.real($0)) }
      ?? .absent(reading.psoasLesions.isEmpty ? .noPsoasLesion : .notReported)
  }
}
