/// A unit in UCUM (`mg/d`, `ug/h`, `[iU]/L`).
///
/// The commonest spellings that UCUM does not have (`mcg`, `IU/L`, `mg/day`) become it and are kept in ``word`` for the
/// text beside the unit.
public struct UnitCode: TextValue {
  public let text: String
  /// The unit as it was given, where that is no UCUM.
  public let word: String?
  public static var kind: Kind { .code("UCUM", example: "mg") }
  public static var standard: String? { "UCUM" }
  public static var isOpen: Bool { true }

  public init(parsing text: String) throws(Fault) {
    let plain = try String(parsing: text)
    guard plain.utf8.count <= 40, !plain.utf8.contains(10) else {
      throw Fault("\(plain.quoted) is too long for a unit", mend: "write it in UCUM, for example mg/d")
    }
    if let code = Self.spellings[plain] {
      self.text = code
      word = plain
    } else {
      self.text = plain
      word = nil
    }
  }

  public var novelty: Fault? {
    text.utf8.allSatisfy { (33...126).contains($0) }
      ? nil
      : Fault("\(text.quoted) is no UCUM and is kept as it is", mend: "write it without spaces, for example mg/d")
  }

  private static let spellings = [
    "mcg": "ug", "µg": "ug", "μg": "ug", "mcg/h": "ug/h", "µg/h": "ug/h", "μg/h": "ug/h", "mcg/hr": "ug/h",
    "µg/hr": "ug/h", "mg/day": "mg/d", "g/day": "g/d", "mcg/day": "ug/d", "µg/day": "ug/d", "mg/hr": "mg/h",
    "mg/hour": "mg/h", "IU/L": "[iU]/L", "IU/l": "[iU]/L", "IU/mL": "[iU]/mL", "IU/ml": "[iU]/mL", "IU": "[iU]",
    "x10^9/L": "10*9/L", "10^9/L": "10*9/L", "×10⁹/L": "10*9/L", "mm³": "mm3", "mg/m²": "mg/m2",
  ]
}

extension UnitCode {
  /// Two units are equal whatever spelling brought them.
  public static func == (a: UnitCode, b: UnitCode) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
