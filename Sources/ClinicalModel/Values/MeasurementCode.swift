/// What was measured: a code of this registry's list (`ecog`, `nrs`, `crp`); another word is kept as it is.
public struct MeasurementCode: TextValue {
  public let text: String
  public static var kind: Kind { .choice(Vocabulary.measurements.entries.map(\.code), closed: false) }
  public static var standard: String? { "LOINC, where it has a code" }
  public static var isOpen: Bool { true }

  public init(parsing text: String) throws(Fault) {
    let plain = try String(parsing: text)
    guard plain.utf8.count <= 80, !plain.utf8.contains(10) else {
      throw Fault("\(plain.quoted) is too long for a code", mend: "write a word or two, for example ecog")
    }
    self.text = Vocabulary.measurements.entry(plain)?.code ?? plain
  }

  public var novelty: Fault? {
    Vocabulary.measurements.entry(text) == nil
      ? Fault(
        "\(text.quoted) is no measure known here and is kept as it is",
        mend: Vocabulary.measurements.suggestion(for: text) ?? "\(action: .run(.findCodes)) finds the code of a measure"
      ) : nil
  }
}
