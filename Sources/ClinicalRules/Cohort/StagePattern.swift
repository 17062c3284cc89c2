public import ClinicalModel

/// Which stage groups: one with all its parts (`IV` with IVA and IVB, `IVA` with IVA1).
public struct StagePattern: Hashable, Sendable {
  /// The ways in which the beginning is written, capitals without spaces: `IVA`, `4A`.
  public let spellings: [String]
  public var text: String { spellings[0] }
  /// What may follow: the letters and figures of a part.
  public static let parts = "ABCDESX123"

  /// Reads `IV`, `IVA`, `stage iva`, `4`.
  public init(parsing text: String) throws(Fault) {
    let stage = StageGroup(text)
    guard let number = stage.number, number <= 4 else {
      throw Fault("\(text.quoted) is no stage group", mend: "write 0 to IV, with its letter where you mean one: IVA")
    }
    let numeral = ["0", "I", "II", "III", "IV"][number]
    spellings = number == 0 ? ["0" + stage.suffix] : [numeral + stage.suffix, "\(number)" + stage.suffix]
  }
}
