/// How much of a cohort leaves the registry.
public enum ExportProfile: String, CaseIterable, Sendable {
  /// De-identified: days from the onset, groups of sites and histologies, five-year bands of age, ids that mean nothing;
  /// no date, no source, no free text.
  case shared
  /// Dates and codes as they are, ids that mean nothing, no free text.
  case limited
  /// Everything; it identifies published patients.
  case full

  /// What the profile asks for, as data.
  public var rule: Rule {
    switch self {
    case .shared:
      Rule(withheld: [.quasi], withheldText: [.quasi], bandsAges: true, identifies: false, isRecorded: false)
    case .limited: Rule(withheld: [], withheldText: [.quasi], bandsAges: false, identifies: false, isRecorded: true)
    case .full: Rule(withheld: [], withheldText: [], bandsAges: false, identifies: true, isRecorded: true)
    }
  }

  public struct Rule: Sendable {
    /// Columns of these classes are left out, where they have no rule of their own.
    let withheld: Set<Privacy>
    /// So is free text of these.
    let withheldText: Set<Privacy>
    let bandsAges: Bool
    /// Whether ids, words of sources, whole tables and the name of the cohort leave.
    public let identifies: Bool
    /// Whether the history keeps who handed it out and why; only then may a criterion say whose rows they are.
    public let isRecorded: Bool
  }
}

/// What is said of a column where it is declared: how it leaves when its privacy class alone would not do.
public enum ReleaseRule: Hashable, Sendable {
  /// As the profile has it for the class of the column.
  case byClass
  /// Under every profile, for no research question could be asked without it.
  case always
  /// As an id that means nothing outside.
  case pseudonym
  /// As the first or the last year of a band of ages.
  case bandStart, bandEnd
  /// It tells of the row and not of the patient.
  case ofRow
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

extension Column {
  /// What becomes of the column under a profile: the only place where that is decided.
  public func disclosure(under profile: ExportProfile) -> Disclosure {
    let rule = profile.rule
    if rule.identifies { return .asIs }
    let told: Disclosure = [.integer, .real, .boolean].contains(kind) ? .asIs : .known
    switch release {
    case .ofRow: return .asIs
    case .always: return told
    case .pseudonym: return .pseudonym
    case .bandStart where rule.bandsAges: return .bandStart
    case .bandEnd where rule.bandsAges: return .bandEnd
    case .byClass, .bandStart, .bandEnd:
      let isWithheld = rule.withheld.contains(privacy) || kind == .text && rule.withheldText.contains(privacy)
      return isWithheld ? .leftOut : told
    }
  }

  /// A text of the column as it may leave without free words.
  public func known(_ text: String) -> String { knownWords.told(text) }
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
