/// Days of the Gregorian calendar as numbers: 0 is 1970-01-01, as `date(n*86400, 'unixepoch')` in SQLite has it.
package enum CalendarDay {
  package static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `2019-11-12`.
  static func text(of number: Int) -> String {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return CalendarDate(year: year, month: month, day: day).text
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A calendar date as exact as its source: a year, a month or a day.
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  public let month: Int?
  public let day: Int?

  fileprivate init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first and last day that it can be.
  var days: ClosedRange<Int> {
    guard let month else {
      return CalendarDay.number(year: year, month: 1, day: 1)...CalendarDay.number(year: year, month: 12, day: 31)
    }
    if let day {
      let number = CalendarDay.number(year: year, month: month, day: day)
      return number...number
    }
    let last = CalendarDay.length(ofMonth: month, year: year)
    return CalendarDay.number(
      year: year, month: month, day: 1)...CalendarDay.number(year: year, month: month, day: last)
  }

  public var text: String {
    var text = String(year)
    for part in [month, day] {
      guard let part else { break }
      text += part < 10 ? "-0\(part)" : "-\(part)"
    }
    return text
  }

  /// Reads `2019`, `2019-02` or `2019-11-12`.
  ///
  /// - Throws: a ``Fault`` that names the part that cannot be.
  init(parsing text: Substring) throws(Fault) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap(\.whole)
    guard (1...3).contains(parts.count), numbers.count == parts.count, parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else {
      throw Fault(
        "\(String(text).quoted) is not a date", mend: "write as much as is known: 2019, 2019-02 or 2019-02-14")
    }
    let year = numbers[0]
    guard (1800...2199).contains(year) else {
      throw Fault("the year \(year) cannot be meant", mend: "expected a year from 1800 to 2199")
    }
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    if let month, !(1...12).contains(month) {
      throw Fault(
        "\(String(text).quoted) has no month \(Substring(parts[1]))",
        mend: "months run from 01 to 12; write \(year) when the month is not known")
    }
    if let month, let day {
      let length = CalendarDay.length(ofMonth: month, year: year)
      guard (1...length).contains(day) else {
        throw Fault(
          "\(String(text).quoted) is no day: \(year)-\(Substring(parts[1])) has \(length) days",
          mend: "write \(year)-\(Substring(parts[1])) when the day is not known")
      }
    }
    self.year = year
    self.month = month
    self.day = day
  }
}

extension Substring.UTF8View {
  /// The number that its up to four digits spell; nil when there is anything else.
  fileprivate var whole: Int? {
    guard count <= 4 else { return nil }
    var number = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte &- UInt8(ascii: "0"))
    }
    return number
  }
}
