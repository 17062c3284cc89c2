/// A date as its source gives it: never more exact, and relative where the source is.
///
/// | written | means |
/// |---|---|
/// | `2019`, `2019-02`, `2019-11-12` | some day in that year, in that month, that day |
/// | `2019-06..2019-08` | one day in this range |
/// | `T1.start+10mo`, `E1+6mo` | so long after an event of this case |
/// | `day+8` | relative to the case's own day 0 |
///
/// `~` (approximately) and `?` (uncertain) may follow; they are kept and do not move the bounds.
public struct PartialDate: TextValue {
  /// What the text says, without its marks.
  public enum Form: Hashable, Sendable {
    /// One day of a window on the calendar or on the case's own axis.
    case window(DayWindow)
    /// So long after an event of the case; nil for at that event.
    case relative(DateAnchor, DateOffset?)
  }

  /// As written, without the brackets of EDTF.
  public let text: String
  public let form: Form

  public static var kind: Kind { .date }
  public static var standard: String? { "EDTF subset, and distances from events of the case" }

  /// The first and last day that it can be; nil when it hangs on an event of the case.
  public var window: DayWindow? {
    if case .window(let window) = form { window } else { nil }
  }

  public init(parsing text: String) throws(Fault) {
    var bytes = text.utf8[...]
    while let mark = bytes.last, mark == UInt8(ascii: "~") || mark == UInt8(ascii: "?") { bytes.removeLast() }
    let marks = text.utf8[bytes.endIndex...]
    if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") { bytes = bytes.dropFirst().dropLast() }
    guard let first = bytes.first, marks.count <= 2 else {
      throw Fault("\(text.quoted) is not a date", mend: PartialDate.advice)
    }
    form =
      first.isLetter
      ? try Self.relative(Substring(bytes), whole: text)
      : .window(DayWindow(axis: .calendar, days: try Self.calendar(Substring(bytes), whole: text)))
    self.text =
      bytes.count + marks.count == text.utf8.count ? text : String(Substring(bytes)) + String(Substring(marks))
  }

  static let advice: Message = "write as much as is known: 2019, 2019-02, 2019-02-14, 2019-06..2019-08, or E1+6mo"

  private static func calendar(_ text: Substring, whole: String) throws(Fault) -> ClosedRange<Int> {
    if text.utf8.contains(UInt8(ascii: "/")) {
      throw Fault(
        "\(whole.quoted) is a duration and not a date",
        mend: "write one day of a range with two dots (2019-06..2019-08), a day as 2019-06-14")
    }
    guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")),
      case let next = text.utf8.index(after: dot), next < text.endIndex, text.utf8[next] == UInt8(ascii: ".")
    else { return try CalendarDate(parsing: text).days }
    let first = try CalendarDate(parsing: text[..<dot]).days
    let last = try CalendarDate(parsing: text[next...].dropFirst()).days
    guard first.lowerBound <= last.lowerBound, first.upperBound <= last.upperBound else {
      throw Fault("\(whole.quoted) runs backwards", mend: "write the earlier end first")
    }
    return first.lowerBound...last.upperBound
  }

  private static func relative(_ text: Substring, whole: String) throws(Fault) -> Form {
    let bytes = text.utf8
    let cut = bytes.firstIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ?? bytes.endIndex
    let ofCase = text[..<cut] == "day"
    let offset =
      cut == bytes.endIndex ? nil : try DateOffset(parsing: text[cut...], daysMayBeBare: ofCase, whole: whole)
    if ofCase {
      guard let offset else { throw Fault("\(whole.quoted) is not a date", mend: "write day+8 or day-30") }
      return .window(DayWindow(axis: .caseDay, days: offset.days))
    }
    return .relative(try DateAnchor(parsing: text[..<cut], alone: offset == nil, whole: whole), offset)
  }
}

/// The days that a date can be, on one axis.
public struct DayWindow: Hashable, Sendable {
  public enum Axis: String, Sendable {
    /// Days since 1970-01-01.
    case calendar
    /// Days since the case's own day 0.
    case caseDay = "case_day"
  }

  public let axis: Axis
  public let days: ClosedRange<Int>

  /// `2019-11-17 to 2020-02-14`, `2019-11-12`; of the case's own axis `day -3 to day 8`.
  public var text: String {
    func text(_ day: Int) -> String { axis == .calendar ? CalendarDay.text(of: day) : "day \(day)" }
    let first = text(days.lowerBound)
    return days.count == 1 ? first : "\(first) to \(text(days.upperBound))"
  }

  public init(axis: Axis, days: ClosedRange<Int>) {
    self.axis = axis
    self.days = days
  }
}

/// The event that a relative date counts from: a row's own date (`E1`), or one of a therapy's two (`T1.start`).
public struct DateAnchor: Hashable, Sendable {
  public let row: String
  /// `start` or `end` of a therapy; nil for a row with one date.
  public let part: String?

  /// - Parameter alone: no distance follows; a word without a digit is then no anchor but a word.
  init(parsing text: Substring, alone: Bool, whole: String) throws(Fault) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let known = parts.count < 2 || parts[1].elementsEqual("start".utf8) || parts[1].elementsEqual("end".utf8)
    guard (1...2).contains(parts.count), known, parts[0].first?.isLetter == true,
      !alone || parts.count == 2 || parts[0].contains(where: \.isDigit),
      parts[0].allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "_") })
    else { throw Fault("\(whole.quoted) is not a date", mend: PartialDate.advice) }
    row = String(Substring(parts[0]))
    part = parts.count == 2 ? String(Substring(parts[1])) : nil
  }
}

extension PartialDate {
  public static var knownWords: KnownWords { dates }

  /// A date may hang on a row, and somebody may have called that row anything.
  private static let dates = KnownWords("dates") { text -> Bool in
    do { _ = try PartialDate(parsing: text) } catch { return false }
    return text.split { !$0.isLetter }.allSatisfy { $0.count <= 3 }
  }
}
