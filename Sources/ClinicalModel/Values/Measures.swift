/// Age in completed years.
public enum Years: Measure {
  public static let unit: String? = "a"
  public static let range = 0.0...120
  public static let example = "58"
}

/// Packs a day times years of smoking.
public enum PackYears: Measure {
  public static let unit: String? = "{pack}.a"
  public static let range = 0.0...300
  public static let example = "40"
}

/// A year of publication.
public enum CalendarYear: Measure {
  public static let unit: String? = nil
  public static let range = 1800.0...2199
  public static let example = "2024"
}

/// An axis of a tumour.
public enum Millimetres: Measure {
  public static let unit: String? = "mm"
  public static let range = 0.1...1000
  public static let example = "42"
}

/// Standardised uptake value of FDG.
public enum UptakeValue: Measure {
  public static let unit: String? = "{SUV}"
  public static let range = 0.0...200
  public static let example = "10.1"
}

/// Absorbed radiation dose.
public enum Gray: Measure {
  public static let unit: String? = "Gy"
  public static let range = 0.0...200
  public static let example = "50"
}

/// Fractions of a course of radiotherapy.
public enum Fractions: Measure {
  public static let unit: String? = nil
  public static let range = 1.0...100
  public static let example = "25"
}

/// One dose of a drug, in the unit that stands beside it.
public enum Dose: Measure {
  public static let unit: String? = nil
  public static let range = 0.0...1_000_000
  public static let example = "300"
}

/// How often a day.
public enum TimesPerDay: Measure {
  public static let unit: String? = "/d"
  public static let range = 0.01...100
  public static let example = "2"
}

/// Days from one dose or cycle to the next.
public enum IntervalDays: Measure {
  public static let unit: String? = "d"
  public static let range = 0.01...1000
  public static let example = "21"
}

/// Cycles of a systemic therapy.
public enum Cycles: Measure {
  public static let unit: String? = nil
  public static let range = 0.0...500
  public static let example = "3"
}

/// Line of systemic anticancer therapy.
public enum TherapyLine: Measure {
  public static let unit: String? = nil
  public static let range = 0.0...30
  public static let example = "1"
}

/// Place in the order told.
public enum Ordinal: Measure {
  public static let unit: String? = nil
  public static let range = 1.0...999
  public static let example = "2"
}

/// A score, a laboratory value or a level, in the unit that stands beside it.
public enum Reading: Measure {
  public static let unit: String? = nil
  public static let range = -1_000_000.0...1_000_000_000
  public static let example = "4"
}

/// Grade of an adverse event; 5 is death.
public enum EventGrade: Measure {
  public static let unit: String? = nil
  public static let range = 1.0...5
  public static let example = "3"
}
