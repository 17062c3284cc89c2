import ClinicalModel

/// How far the events of a case are apart: ranges of days, never a false point.
extension DerivedVariables {
  /// Synchronous is up to so many days from the diagnosis; a proposal of this registry.
  static let synchronousDays = 90

  static let ageAtOnset: [DerivedVariable] = pair(
    "age_at_onset", "Age at onset", unit: Years.unit, .quasi,
    "Age in completed years when the syndrome began: the reported age and the time from its moment to the onset; an unknown birthday widens it by a year.",
    isAge: true
  ) { $0.ageAtOnset }

  static let diagnosisToOnset: [DerivedVariable] =
    pair(
      "diagnosis_to_onset_days", "Diagnosis to onset", unit: "d", .safe,
      "Days from the diagnosis of the index primary to the onset of the syndrome; negative when the syndrome came first."
    ) { $0.diagnosisToOnset } + [
      DerivedVariable(
        "mps_timing", "Timing of MPS",
        .choice(["synchronous", "metachronous", "before_primary", "indeterminate"], closed: true), .safe,
        "Onset up to 90 days after the diagnosis is synchronous, later metachronous, certainly before it before_primary; indeterminate when the dates allow more than one."
      ) { reading in
        switch reading.diagnosisToOnset {
        case .absent(let reason): .absent(reason)
        case .days(let days) where days.upperBound < 0: .text("before_primary")
        case .days(let days): .text(reading.timing(days, from: 0))
        }
      }
    ]

  static let lesionSynchrony: [DerivedVariable] = [
    DerivedVariable(
      "lesion_synchrony", "Synchrony of the lesion",
      .choice(["synchronous", "metachronous", "indeterminate"], closed: true), .safe,
      "A psoas lesion that earlier imaging showed absent is metachronous; else first seen up to 90 days after the diagnosis is synchronous, later metachronous; indeterminate when the dates allow both; empty for a primary of the psoas itself."
    ) { $0.lesionSynchrony }
  ]

  static let lineAtOnset: [DerivedVariable] = pair(
    "line_at_onset", "Line at onset", unit: nil, .safe,
    "Highest line of systemic therapy that had begun when the syndrome did; 0 when all began later."
  ) { $0.lineAtOnset }

  static let onsetToDeath: [DerivedVariable] = pair(
    "onset_to_death_days", "Onset to death", unit: "d", .sensitive,
    "Days from the onset of the syndrome to death."
  ) { $0.onsetToDeath }

  /// The lowest and the highest value of one thing, as two columns.
  private static func pair(
    _ name: String, _ label: String, unit: String?, _ privacy: Privacy, _ meaning: String, isAge: Bool = false,
    _ derive: @escaping @Sendable (DerivationInput) -> DerivedRange
  ) -> [DerivedVariable] {
    func end(
      _ suffix: String, _ word: String, _ release: ReleaseRule,
      _ bound: @escaping @Sendable (ClosedRange<Int>) -> Int
    ) -> DerivedVariable {
      DerivedVariable(
        "\(name)_\(suffix)", "\(label), \(word)", .integer, unit: unit, privacy, meaning,
        release: isAge ? release : .byClass
      ) { reading in
        switch derive(reading) {
        case .absent(let reason): .absent(reason)
        case .days(let range): .count(bound(range))
        }
      }
    }
    return [end("min", "lowest", .bandStart, \.lowerBound), end("max", "highest", .bandEnd, \.upperBound)]
  }
}

/// A range of whole numbers, or the reason why there is none.
enum DerivedRange: Hashable, Sendable {
  case days(ClosedRange<Int>)
  case absent(AbsenceReason)
}

extension DerivationInput {
  fileprivate var onset: CaseTimeline.Entry? { timeline.date("onset_date", of: episode) }
  fileprivate var diagnosis: CaseTimeline.Entry? { timeline.date("diagnosed_date", of: primary) }

  private func days(
    from first: CaseTimeline.Entry?, else firstReason: AbsenceReason, to second: CaseTimeline.Entry?,
    else secondReason: AbsenceReason
  ) -> DerivedRange {
    guard let first else { return .absent(firstReason) }
    guard let second else { return .absent(secondReason) }
    if let days = CaseTimeline.days(from: first, to: second) { return .days(days) }
    return .absent(!first.isTold ? firstReason : !second.isTold ? secondReason : .datesNotComparable)
  }

  private var whyNoOnset: AbsenceReason { episode == nil ? whyNoEpisode : .onsetNotReported }
  private var whyNoDiagnosis: AbsenceReason { primary == nil ? whyNoPrimary : .diagnosisDateNotReported }

  fileprivate var diagnosisToOnset: DerivedRange {
    days(from: diagnosis, else: whyNoDiagnosis, to: onset, else: whyNoOnset)
  }

  fileprivate var onsetToDeath: DerivedRange {
    switch vitalStatus {
    case .alive: .absent(.notApplicable)
    case .unknown, .notReported, nil: .absent(.vitalStatusNotKnown)
    case .dead:
      days(
        from: onset, else: whyNoOnset, to: timeline.date("death_date", of: subject), else: .deathDateNotReported)
    }
  }

  fileprivate var ageAtOnset: DerivedRange {
    guard let low = subject.ageMin?.value, let high = subject.ageMax?.value else { return .absent(.ageNotReported) }
    let moment: CaseTimeline.Entry?
    switch subject.ageAt {
    case .mpsOnset: return .days(low...high)
    case .presentation: moment = timeline.date("presented_date", of: subject)
    case .diagnosis: moment = diagnosis
    case .report, .notReported, nil: return .absent(.momentOfAgeNotDated)
    }
    switch days(from: moment, else: .momentOfAgeNotDated, to: onset, else: whyNoOnset) {
    case .absent(let reason): return .absent(reason)
    case .days(let days):
      let years = (Double(days.lowerBound) / 365.25).rounded(.down)...(Double(days.upperBound) / 365.25).rounded(.up)
      return .days(max(0, low + Int(years.lowerBound))...max(0, high + Int(years.upperBound)))
    }
  }

  fileprivate var lineAtOnset: DerivedRange {
    guard let onset else { return .absent(whyNoOnset) }
    let systemic = given.filter { $0.category == .systemic }
    if systemic.isEmpty { return .absent(.noSystemicTherapyReported) }
    var lines = 0...0
    for therapy in systemic {
      let toOnset = timeline.date("start_date", of: therapy).flatMap { CaseTimeline.days(from: $0, to: onset) }
      if let toOnset, toOnset.upperBound < 0 { continue }
      guard let line = therapy.line?.value else {
        return .absent(toOnset == nil ? .startNotReported : .lineNotReported)
      }
      let began = toOnset.map { $0.lowerBound >= 0 } == true
      lines = max(lines.lowerBound, began ? line : 0)...max(lines.upperBound, line)
    }
    return .days(lines)
  }

  fileprivate var lesionSynchrony: Derived {
    guard let lesion = psoasLesion else { return .absent(whyNoPsoasLesion) }
    if lesion.kind == .primary { return .absent(.notApplicable) }
    let seen = timeline.date("first_seen_date", of: lesion)
    let shownAbsent = lesion.observations.contains { observation in
      guard observation.presence == .absent, let seen, let looked = timeline.date("observed_date", of: observation)
      else { return false }
      return CaseTimeline.days(from: looked, to: seen).map { $0.lowerBound > 0 } == true
    }
    if shownAbsent { return .text("metachronous") }
    switch days(from: diagnosis, else: whyNoDiagnosis, to: seen, else: .firstSeenNotReported) {
    case .absent(let reason): return .absent(reason)
    case .days(let days): return .text(timing(days, from: .min))
    }
  }

  /// Where a number of days from the diagnosis lies: inside the window, past it, or perhaps either.
  fileprivate func timing(_ days: ClosedRange<Int>, from earliest: Int) -> String {
    if days.lowerBound > DerivedVariables.synchronousDays { return "metachronous" }
    let inside = days.lowerBound >= earliest && days.upperBound <= DerivedVariables.synchronousDays
    return inside ? "synchronous" : "indeterminate"
  }
}
