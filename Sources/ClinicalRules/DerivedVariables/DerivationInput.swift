import ClinicalModel

/// A case as the facts read it: the rows that a flat table can speak of, found once.
struct DerivationInput: Sendable {
  let subject: Case
  /// The cancer of the flat row: the primary with the role of the index, else the only one; of several candidates none.
  let primary: PrimaryTumour?
  /// Its first staging.
  let staging: Staging?
  /// The first episode of the syndrome.
  let episode: MPSEpisode?
  /// The deposits in psoas, iliacus or iliopsoas; what only looked like one is left out.
  let psoasLesions: [Lesion]
  /// The psoas lesion of the flat row: on the side of the syndrome, else where that began, else the first.
  let psoasLesion: Lesion?
  /// The therapies that were given.
  let given: [Therapy]
  let geneResults: [DriverGene]
  let timeline: CaseTimeline
  /// The reasons that annotations give for empty fields, by path.
  private let absences: [String: String?]

  init(_ subject: Case, _ timeline: CaseTimeline) {
    self.timeline = timeline
    self.subject = subject
    let primaries = subject.primaryTumours
    primary = primaries.first { $0.role == .index } ?? (primaries.count == 1 ? primaries[0] : nil)
    staging = primary?.stagings.first
    let episode = subject.mpsEpisodes.first
    self.episode = episode
    psoasLesions = subject.lesions.filter { $0.isPsoas && $0.kind != .mimic }
    let sides = [episode?.side, episode?.sideFirst].compactMap { $0 }
    let onSide = sides.lazy.compactMap { [psoasLesions] side in psoasLesions.first { $0.laterality == side } }
    psoasLesion = onSide.first ?? psoasLesions.first
    given = subject.therapies.filter { $0.status == .given }
    geneResults = subject.molecularTests.flatMap(\.driverGenes)
    var absences: [String: String?] = [:]
    for annotation in subject.annotations where annotation.kind == .absent {
      if let path = annotation.about?.text, absences[path] == nil { absences[path] = .some(annotation.reason) }
    }
    self.absences = absences
  }

  /// The reason that an annotation gives for an empty field, without the mark that separates reasons.
  func whyAbsent(_ path: @autoclosure () -> String) -> String? {
    if absences.isEmpty { return nil }
    return absences[path()].flatMap(\.self).map { reason in
      String(reason.map { $0 == ";" || $0.isNewline ? "," : $0 })
    }
  }

  /// That a field has no value: for the reason of an annotation, else for this one.
  func absent(_ path: @autoclosure () -> String, else reason: AbsenceReason) -> Derived {
    whyAbsent(path()).map(Derived.annotated) ?? .absent(reason)
  }

  /// Whether an annotation says why a field, or a field of that row, is absent.
  func isExplained(_ path: String) -> Bool { absences[path] != nil }

  /// Whether the patient is dead; a case that tells when need not say that.
  var vitalStatus: VitalStatus? { subject.vitalStatus ?? (subject.deathDate == nil ? nil : .dead) }

  /// The source that reports the patient first of all.
  var mainSource: Source? { subject.sources.first { $0.role == .primary } ?? subject.sources.first }
}

/// Why a row that the flat table speaks of is not there.
extension DerivationInput {
  var whyNoPrimary: AbsenceReason { subject.primaryTumours.isEmpty ? .noPrimaryTumour : .severalCandidates }
  var whyNoStaging: AbsenceReason { .noStaging }
  var whyNoEpisode: AbsenceReason { .noEpisode }
  var whyNoPsoasLesion: AbsenceReason { .noPsoasLesion }
  var whyNoSource: AbsenceReason { .noSource }
  var whyNotApplicable: AbsenceReason { .notApplicable }
  var whyNotRecorded: AbsenceReason { .notRecorded }
}
