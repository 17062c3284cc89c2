import ClinicalModel

/// Survival as the source itself counts it, beside the window that is derived.
extension DerivedVariables {
  static let reportedSurvival: [DerivedVariable] = [
    DerivedVariable(
      "survival_reported_months", "Survival reported", .real, unit: "mo", .sensitive,
      "Time from the onset of the syndrome, or else from the diagnosis, to death as the source counts it; days, weeks and years are turned into months. Empty when it counts from another event."
    ) { reading in
      switch reading.reportedSurvival {
      case .told(let months, _): .amount(months)
      case .absent(let reason): .absent(reason)
      }
    },
    DerivedVariable(
      "survival_reported_from", "Survival from", .choice(["mps_onset", "diagnosis"], closed: true), .safe,
      "The event that the source counts survival from."
    ) { reading in
      switch reading.reportedSurvival {
      case .told(_, let event): .text(event)
      case .absent(let reason): .absent(reason)
      }
    },
  ]
}

extension DerivationInput {
  fileprivate enum ReportedSurvival {
    case told(months: Double, from: String)
    case absent(AbsenceReason)
  }

  fileprivate var reportedSurvival: ReportedSurvival {
    switch vitalStatus {
    case .alive: return .absent(.notApplicable)
    case .unknown, .notReported, nil: return .absent(.vitalStatusNotKnown)
    case .dead: break
    }
    guard case .relative(let anchor, let offset) = subject.deathDate?.form else { return .absent(.notReported) }
    let event: String
    switch anchor.row {
    case episode?.id: event = "mps_onset"
    case primary?.id: event = "diagnosis"
    case _: return .absent(.reportedFromAnotherEvent)
    }
    guard let offset, offset.low == offset.high else { return .absent(.notReportedAsOneNumber) }
    return .told(months: offset.months, from: event)
  }
}

extension DateOffset {
  /// In months, as printed where it is printed in months.
  fileprivate var months: Double {
    switch unit {
    case .month: low
    case .year: low * 12
    case .day, .week: low * unit.days / Unit.month.days
    }
  }
}
