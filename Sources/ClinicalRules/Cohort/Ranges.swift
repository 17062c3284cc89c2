public import ClinicalModel

/// Performance status of the Eastern Cooperative Oncology Group; 5 is dead.
enum PerformanceStatus: Measure {
  static let unit: String? = nil
  static let range = 0.0...5
  static let example = "2"
}

/// Days that somebody lived.
enum SurvivalDays: Measure {
  static let unit: String? = "d"
  static let range = 0.0...36_525
  static let example = "180"
}

/// Numbers from one to another, both included: `60..69`, `60..`, `..69` or `65`.
public struct NumberRange: Hashable, Sendable {
  public let range: ClosedRange<Double>
  /// As written, with two dots.
  public let text: String

  /// - Parameter whole: whether only whole numbers make sense.
  init<M: Measure>(parsing text: String, of measure: M.Type, whole: Bool = false) throws(Fault) {
    let fault = Fault(
      "\(text.quoted) is no range",
      mend: "write lowest..highest\(whole ? " in whole numbers" : "") between \(M.range.lowerBound.written) "
        + "and \(M.range.upperBound.written), for example \(M.example).. or ..\(M.example)")
    func end(_ part: Substring, _ open: Double) throws(Fault) -> Double {
      if part.isEmpty { return open }
      do {
        let scalar = Scalar.text(String(part))
        return whole ? Double(try Count<M>(scalar).value) : try Quantity<M>(scalar).value
      } catch { throw fault }
    }
    let dash = ["-", "–"].lazy.compactMap { text.dropFirst().dropLast().firstRange(of: $0) }.first
    guard let dots = text.firstRange(of: "..") ?? dash else {
      guard !text.isEmpty else { throw fault }
      let number = try end(text[...], 0)
      range = number...number
      self.text = text
      return
    }
    let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let (low, high) = (try end(first, M.range.lowerBound), try end(last, M.range.upperBound))
    guard low <= high else {
      throw Fault("\(text.quoted) runs backwards", mend: "write the lower end first, for example \(last)..\(first)")
    }
    range = low...high
    self.text = "\(first)..\(last)"
  }
}

extension Years {
  /// Reads `60..69`, `60..`, `..69` or `65`, in completed years.
  public static func range(_ text: String) throws(Fault) -> ClosedRange<Int> {
    let asked = try NumberRange(parsing: text, of: Years.self, whole: true).range
    return Int(asked.lowerBound)...Int(asked.upperBound)
  }
}

/// Days of the calendar from one date to another, both included: `2019-06..2020`, `2019..`, `..2019-12-31` or `2019`.
public struct DateRange: Hashable, Sendable {
  /// The first day and the last, as ``DayWindow`` counts them; nil where the range is open.
  public let first: Int?
  public let last: Int?
  public let text: String

  init(parsing text: String) throws(Fault) {
    func days(_ part: Substring) throws(Fault) -> ClosedRange<Int>? {
      if part.isEmpty { return nil }
      guard let window = try PartialDate(parsing: String(part)).window, window.axis == .calendar else {
        throw Fault("\(text.quoted) is no date of the calendar", mend: "write FROM..TO, for example 2019-06..2020")
      }
      return window.days
    }
    let dots = text.firstRange(of: "..")
    guard dots.map({ !text[$0.upperBound...].contains("..") }) != false else {
      throw Fault("\(text.quoted) has more than two ends", mend: "write FROM..TO, for example 2019-06..2020")
    }
    let from = try days(dots.map { text[..<$0.lowerBound] } ?? text[...])
    let to = try dots.map { dots throws(Fault) in try days(text[dots.upperBound...]) } ?? from
    guard from != nil || to != nil else {
      throw Fault("\(text.quoted) is no range of dates", mend: "write FROM..TO, for example 2019-06..2020")
    }
    if let from, let to, from.lowerBound > to.upperBound {
      throw Fault("\(text.quoted) runs backwards", mend: "write the earlier date first")
    }
    (first, last) = (from?.lowerBound, to?.upperBound)
    self.text = text
  }
}
