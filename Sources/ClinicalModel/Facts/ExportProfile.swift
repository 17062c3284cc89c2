/// How much of a cohort leaves the registry.
public enum ExportProfile: String, CaseIterable, Sendable {
  /// De-identified: days from the onset, groups of sites and histologies, five-year bands of age, ids that mean nothing;
  /// no date, no source, no free text.
  case shared
  /// Dates and codes as they are, ids that mean nothing, no free text.
  case limited
  /// Everything; it identifies published patients.
  case full
}

/// What becomes of a column on its way out.
public enum Disclosure: String, Hashable, Sendable {
  case asIs = "as is"
  /// Words of its list and known codes; anything else as `other`.
  case known = "known words, else other"
  case leftOut = "left out"
  /// An id that means nothing outside, the same in every export of one registry.
  case pseudonym
  /// The first year of its five-year band; 90 for all ages above.
  case bandStart = "start of five-year band"
  /// The last year of its five-year band; empty above 89.
  case bandEnd = "end of five-year band"
}

extension CaseFacts {
  /// What becomes of one of ``columns`` under a profile.
  public static func disclosure(of column: Column, under profile: ExportProfile) -> Disclosure {
    let isText = ![.integer, .real, .boolean].contains(column.kind) && column.name != "absent"
    let told: Disclosure = isText ? .known : .asIs
    return switch (profile, column.name) {
    case (.full, _): .asIs
    case (_, "sex"), (_, "drivers"), (_, "resistance_alterations"): told
    case (_, "case_id"): .pseudonym
    case (.limited, _): column.kind == .text && column.privacy == .quasi ? .leftOut : told
    case (.shared, "age_min"), (.shared, "age_at_onset_min"): .bandStart
    case (.shared, "age_max"), (.shared, "age_at_onset_max"): .bandEnd
    case (.shared, _): column.privacy == .quasi ? .leftOut : told
    }
  }
}

extension Disclosure {
  static let bandYears: Int64 = 5
  static let oldest: Int64 = 90

  /// A number on its way out, of an age an end of its band; nil when it is not told.
  package func released(_ number: Int64) -> Int64? {
    let band = number / Self.bandYears * Self.bandYears
    return switch self {
    case .leftOut: nil
    case .asIs, .known, .pseudonym: number
    case .bandStart: min(band, Self.oldest)
    case .bandEnd: number >= Self.oldest ? nil : band + Self.bandYears - 1
    }
  }
}
