/// A drug by its international non-proprietary name; a known other name (`Keytruda`) or another letter case becomes it,
/// a drug that the list does not have keeps its own.
public struct DrugName: TextValue {
  public let text: String
  public static var kind: Kind { .code("INN", example: "alectinib") }
  public static var standard: String? { "INN; ATC of April 2026" }
  public static var isOpen: Bool { true }

  public init(parsing text: String) throws(Fault) {
    let plain = try String(parsing: text)
    self.text = Vocabulary.drugs.entry(plain)?.code ?? plain
  }

  public var novelty: Fault? {
    if Vocabulary.drugs.entry(text) != nil || text == "not_reported" { return nil }
    return Fault(
      "\(text.quoted) is no drug known here and is kept as it is",
      mend: Vocabulary.drugs.suggestion(for: text) ?? "nothing need be done when its name is right")
  }
}
