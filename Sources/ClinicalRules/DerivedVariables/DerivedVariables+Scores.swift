import ClinicalModel

/// Pain and performance: before the treatment of the syndrome, at the worst, at the last time.
///
/// A score counts as before when it was certainly taken no later than the day on which the first dated treatment of the
/// syndrome began, as after when certainly later. The last time is every time that none is certainly later than.
extension DerivedVariables {
  static let scores: [DerivedVariable] = [
    DerivedVariable(
      "nrs_before", "Pain before", .real, .safe,
      "Highest pain score (NRS 0 to 10) of any site before treatment of the syndrome: no later than the day on which the first dated one began."
    ) { $0.score("nrs") { $0.before } },
    DerivedVariable(
      "nrs_after", "Pain after", .real, .safe,
      "Highest pain score (NRS 0 to 10) of any site at the last time after treatment of the syndrome began."
    ) { $0.score("nrs") { $0.lastAfter } },
    DerivedVariable(
      "ecog_before", "ECOG before", .integer, .safe,
      "Last ECOG performance status before treatment of the syndrome; 5 (dead) does not count."
    ) { $0.score("ecog") { $0.lastBefore } },
    DerivedVariable(
      "ecog_worst", "ECOG, worst", .integer, .safe,
      "Worst ECOG performance status at any time; 5 (dead) does not count."
    ) { $0.score("ecog") { .scores($0.all) } },
    DerivedVariable(
      "ecog_after", "ECOG after", .integer, .safe,
      "ECOG performance status at the last time after treatment of the syndrome began; 5 (dead) does not count."
    ) { $0.score("ecog") { $0.lastAfter } },
  ]
}

extension DerivationInput {
  /// The therapies that were given for the syndrome: for its pain, or aimed at a psoas lesion.
  private var syndromeTreatments: [Therapy] {
    given.filter { $0.indication?.text == "mps_pain" || !$0.targets.isEmpty && aimsAtPsoas($0) }
  }

  /// The highest of the scores that are picked.
  fileprivate func score(_ code: String, _ pick: (TimedScores) -> TimedScores.Picked) -> Derived {
    let told = measurements(code).filter { $0.value != nil && (code != "ecog" || $0.highest != 5) }
    guard !told.isEmpty else {
      return measurements(code).lazy.compactMap(whyAbsent(value:)).first.map(Derived.annotated) ?? .absent(.notReported)
    }
    let treatments = syndromeTreatments
    let starts = treatments.compactMap { timeline.date("start_date", of: $0) }
    let scores = TimedScores(
      all: told.map {
        TimedScores.Score(value: $0.lowest == nil ? nil : $0.highest, time: timeline.date("measured_date", of: $0))
      },
      treatments: starts, whyNoTreatment: treatments.isEmpty ? .noTreatmentOfTheSyndrome : .treatmentNotDated)
    switch pick(scores) {
    case .absent(let reason): return .absent(reason)
    case .scores(let picked):
      let values = picked.compactMap(\.value)
      guard values.count == picked.count, let highest = values.max() else { return .absent(.onlyABoundReported) }
      return code == "ecog" ? .count(Int(highest.rounded(.up))) : .amount(highest)
    }
  }
}

/// The scores of one scale with their times, against the treatments of the syndrome.
private struct TimedScores {
  struct Score {
    /// The highest it can be; nil when the source gives a bound alone.
    let value: Double?
    let time: CaseTimeline.Entry?
  }

  enum Picked {
    case scores([Score])
    case absent(AbsenceReason)
  }

  let all: [Score]
  let treatments: [CaseTimeline.Entry]
  let whyNoTreatment: AbsenceReason

  /// Taken no later than any treatment began.
  var before: Picked {
    pick(.noScoreBeforeTreatment) { score in
      treatments.allSatisfy { start in Self.days(from: score, to: start).map { $0.lowerBound >= 0 } == true }
    }
  }

  var lastBefore: Picked { last(before) }

  /// Taken later than one treatment began.
  var lastAfter: Picked {
    last(
      pick(.noScoreAfterTreatment) { score in
        treatments.contains { start in Self.days(from: score, to: start).map { $0.upperBound < 0 } == true }
      })
  }

  private func pick(_ none: AbsenceReason, _ fits: (Score) -> Bool) -> Picked {
    if treatments.isEmpty { return .absent(whyNoTreatment) }
    let picked = all.filter(fits)
    if !picked.isEmpty { return .scores(picked) }
    return .absent(all.contains { $0.time == nil } ? .scoreNotDated : none)
  }

  /// Those that no other is certainly later than.
  private func last(_ picked: Picked) -> Picked {
    guard case .scores(let scores) = picked else { return picked }
    return .scores(
      scores.filter { score in
        !scores.contains { other in
          other.time.flatMap { Self.days(from: score, to: $0) }.map { $0.lowerBound > 0 } == true
        }
      })
  }

  private static func days(from score: Score, to time: CaseTimeline.Entry) -> ClosedRange<Int>? {
    score.time.flatMap { CaseTimeline.days(from: $0, to: time) }
  }
}
