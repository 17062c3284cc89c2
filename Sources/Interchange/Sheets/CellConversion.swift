import ClinicalModel

/// What a mapping makes of the cells of a column before they are read.
struct CellConversion: Sendable {
  /// What a value of the sheet means.
  enum Meaning: Sendable {
    case text(String)
    case fields([(SheetField, String)])
  }

  let style: CellStyle
  let values: [String: Meaning]

  /// The fields that single values fill.
  var fields: [SheetField] {
    values.values.flatMap { meaning -> [SheetField] in
      guard case .fields(let told) = meaning else { return [] }
      return told.map(\.0)
    }
  }

  /// The texts that the fields get.
  func cells(_ text: String, of fields: [SheetField]) throws(Fault) -> [(SheetField, String)] {
    switch values[text] {
    case .fields(let told): return told
    case .text(let meant): return fields.map { ($0, meant) }
    case nil: break
    }
    var cells: [(SheetField, String)] = []
    for field in fields { cells.append((field, try style.converted(text, for: field))) }
    return cells
  }
}

/// How a sheet writes numbers and dates.
struct CellStyle: Sendable {
  var decimalComma = false
  var dates: DateStyle?
  /// The unit in which the sheet gives a number.
  var unit: String?

  /// Refuses a unit that the field cannot be converted from.
  func check(_ field: SheetField) throws(Fault) {
    guard let unit else { return }
    guard case .cell(let row, let column) = field, let own = row.schema.columns[column].unit else {
      throw Fault("the field has no unit, so it takes none", mend: "leave unit out")
    }
    guard unit == own || UnitScale(from: unit, to: own) != nil else {
      throw Fault(
        "\(unit.quoted) cannot be converted to \(own)",
        mend: "known are \(([own] + UnitScale.units(for: own)).joined(separator: ", "))")
    }
  }

  func converted(_ text: String, for field: SheetField) throws(Fault) -> String {
    if case .size = field { return decimalComma ? text.replacing(",", with: ".") : text }
    guard case .cell(let row, let index) = field, AbsenceMark(rawValue: text) == nil, !text.isEmpty else { return text }
    let column = row.schema.columns[index]
    switch column.kind {
    case .integer, .real:
      let number = decimalComma ? text.replacing(",", with: ".") : text
      guard let unit, let own = column.unit, let scale = UnitScale(from: unit, to: own) else { return number }
      return try scale.converted(number)
    case .date: return try dates?.converted(text) ?? text
    case .text, .boolean, .choice, .code, .reference: return text
    }
  }
}

/// The factor between two units, an integer times a power of ten, so that decimals stay exact.
struct UnitScale {
  let factor: Int
  let exponent: Int

  private static let known: [(from: String, to: String, factor: Int, exponent: Int)] = [
    ("cm", "mm", 1, 1), ("m", "mm", 1, 3), ("[in_i]", "mm", 254, -1), ("in", "mm", 254, -1),
    ("cGy", "Gy", 1, -2), ("rad", "Gy", 1, -2), ("mGy", "Gy", 1, -3), ("kg", "g", 1, 3), ("g", "mg", 1, 3),
    ("ug", "mg", 1, -3), ("wk", "d", 7, 0), ("h", "min", 60, 0),
  ]

  init?(from: String, to: String) {
    guard let found = Self.known.first(where: { $0.from == from && $0.to == to }) else { return nil }
    (factor, exponent) = (found.factor, found.exponent)
  }

  /// The units that can become this one.
  static func units(for unit: String) -> [String] { known.filter { $0.to == unit }.map(\.from) }

  /// A decimal number in the other unit.
  func converted(_ text: String) throws(Fault) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard (1...2).contains(parts.count), !(parts[0].isEmpty && fraction.isEmpty),
      (parts[0] + fraction).utf8.allSatisfy(\.isDigit), parts[0].utf8.count + fraction.utf8.count < 15,
      let digits = Int(parts[0] + fraction)
    else { throw Fault("\(text.quoted) is not a number", mend: "write it with a decimal point and without its unit") }
    let shifted = String(digits * factor)
    let places = fraction.utf8.count - exponent
    if places <= 0 { return (isNegative ? "-" : "") + shifted + String(repeating: "0", count: -places) }
    let padded = String(repeating: "0", count: max(0, places + 1 - shifted.utf8.count)) + shifted
    return "\(isNegative ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

/// The order in which a sheet writes the parts of a date, or that it keeps Excel's day numbers.
enum DateStyle: String, CaseIterable, Sendable {
  case dayMonthYear = "day/month/year"
  case monthDayYear = "month/day/year"
  case excel = "excel"
  case excel1904 = "excel-1904"

  init(_ text: String) throws(Fault) {
    guard let known = Self(rawValue: text) else { throw Fault.unknownWord(text, among: Self.allCases.map(\.rawValue)) }
    self = known
  }

  /// The date as it is written here; a text that is no such date stays as it is.
  func converted(_ text: String) throws(Fault) -> String {
    switch self {
    case .excel, .excel1904:
      guard let serial = Int(text), (1...100_000).contains(serial) else { return text }
      let day = serial - (self == .excel ? 25_569 : 24_107)
      return DayWindow(axis: .calendar, days: day...day).text
    case .dayMonthYear, .monthDayYear:
      let parts = text.split(whereSeparator: { "/.- ".contains($0) }).map(String.init)
      guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
        let year = parts.last, year.utf8.count == 4
      else { return text }
      let inOrder = parts.count == 3 && self == .dayMonthYear ? [parts[1], parts[0]] : Array(parts.dropLast())
      return ([year] + inOrder.map { $0.utf8.count == 1 ? "0" + $0 : $0 }).joined(separator: "-")
    }
  }
}
