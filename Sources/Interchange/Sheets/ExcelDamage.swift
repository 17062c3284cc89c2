import ClinicalModel

/// What spreadsheet programs make of a text that they take for something else.
///
/// Sources: Ziemann, Eren, El-Osta, Genome Biology 2016;17:177 (genes); Microsoft's documentation of the date systems and
/// of error values.
enum ExcelDamage {
  /// What was done to a text; nil when nothing shows. Free text is believed unless it is an error value.
  static func fault(in text: String, of column: Column) -> Fault? {
    let bytes = text.utf8
    if bytes.first == UInt8(ascii: "#") { return errorValue(text) }
    switch column.kind {
    case .text, .boolean, .reference: return nil
    case .date: return date(text)
    case .integer, .real, .choice, .code:
      if let parts = DayMonth(text) { return dayMonth(text, parts, column) }
      if column.kind == .real { return nil }
      return shortened(text)
    }
  }

  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
  ]

  private static func errorValue(_ text: String) -> Fault? {
    if errors.contains(text) {
      return Fault("\(text.quoted) is an error of the spreadsheet and no value", mend: "mend the formula of the cell")
    }
    return text.utf8.allSatisfy { $0 == UInt8(ascii: "#") } && text.utf8.count > 1
      ? Fault("\(text.quoted) is a column too narrow to show its value", mend: "widen it and save the sheet again")
      : nil
  }

  private static let asText = "format the column as text before typing"

  private static func date(_ text: String) -> Fault? {
    if text.utf8.count == 5, text.utf8.allSatisfy(\.isDigit), let serial = Int(text), (18_000...60_000).contains(serial)
    {
      let day = DayWindow(axis: .calendar, days: serial - 25_569...serial - 25_569).text
      return Fault(
        "\(text.quoted) is a date that the spreadsheet turned into a number, perhaps \(day)",
        mend: "write the date as the source gives it and \(asText)")
    }
    if let parts = DayMonth(text) {
      return Fault(
        "\(text.quoted) is what a spreadsheet makes of a date, perhaps of \(parts.asDate)",
        mend: "write it as the source gives it, for example 2020-03, and \(asText)")
    }
    let numbers = text.split(whereSeparator: { "/.".contains($0) })
    if numbers.count == 3, numbers.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) && $0.utf8.count <= 4 }) {
      return Fault(
        "\(text.quoted) does not say which number is the day",
        mend: "write year-month-day, 2020-03-14, and \(asText); a mapping can say dates: day/month/year")
    }
    return nil
  }

  private static func dayMonth(_ text: String, _ parts: DayMonth, _ column: Column) -> Fault {
    if case .code("HGNC", _) = column.kind, let gene = parts.gene {
      return Fault(
        "\(text.quoted) is a gene that the spreadsheet took for a date, perhaps \(gene)",
        mend: "write the symbol and \(asText)")
    }
    if case .code("ICD-O-3.1 morphology", _) = column.kind, let year = parts.yearOfCentury {
      return Fault(
        "\(text.quoted) is a code that the spreadsheet took for a date, perhaps 81\(year)/\(parts.month)",
        mend: "write the code and \(asText)")
    }
    return Fault(
      "\(text.quoted) is what a spreadsheet makes of two numbers, perhaps \(parts.asNumbers)",
      mend: "write the value as the source gives it and \(asText)")
  }

  private static func shortened(_ text: String) -> Fault? {
    let parts = text.split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == "+", parts[1].dropFirst().utf8.allSatisfy(\.isDigit),
      parts[0].utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }),
      parts[0].utf8.first?.isDigit == true
    else { return nil }
    return Fault(
      "\(text.quoted) is a long number that the spreadsheet has shortened", mend: "write all its digits and \(asText)")
  }
}

/// `2-Mar`, `Mar-20`: what Excel shows of `2-3`, of MARCHF2 and of `2020-03`.
private struct DayMonth {
  let number: Int
  let month: Int
  let numberIsFirst: Bool

  init?(_ text: String) {
    guard (5...6).contains(text.utf8.count), let dash = text.firstIndex(of: "-") else { return nil }
    let (before, after) = (text[..<dash], text[dash...].dropFirst())
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    if let number = Int(before), let month = names.firstIndex(of: after.lowercased()) {
      self.init(number: number, month: month + 1, numberIsFirst: true)
    } else if let number = Int(after), let month = names.firstIndex(of: before.lowercased()) {
      self.init(number: number, month: month + 1, numberIsFirst: false)
    } else {
      return nil
    }
  }

  private init(number: Int, month: Int, numberIsFirst: Bool) {
    (self.number, self.month, self.numberIsFirst) = (number, month, numberIsFirst)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The two digits of a year; nil when the number is a day.
  var yearOfCentury: String? { numberIsFirst ? nil : Self.two(number) }

  /// As a month of a year, or a day of a month.
  var asDate: String { numberIsFirst ? "\(number)/\(month)" : "20\(Self.two(number))-\(Self.two(month))" }

  var asNumbers: String { numberIsFirst ? "\(number)-\(month) or \(month)-\(number)" : "\(month)-\(number)" }

  /// The genes whose old symbols are a month and a number.
  var gene: String? {
    switch month {
    case 3: "MARCHF\(number) or MTARC\(number)"
    case 9: "SEPTIN\(number)"
    case 12 where number == 1: "DELEC1"
    default: nil
    }
  }
}
