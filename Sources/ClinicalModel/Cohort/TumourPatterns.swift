/// Which histologies: one code, every code that begins so, or a group.
public enum HistologyPattern: Hashable, Sendable {
  case code(String)
  case prefix(String)
  case group(String)

  public var text: String {
    switch self {
    case .code(let text), .prefix(let text), .group(let text): text
    }
  }

  /// Reads `8140/3`, `8140`, `814`, a group (`adenocarcinoma`) or a common name.
  public init(parsing text: String) throws(Fault) {
    let group = text.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    let bytes = text.utf8
    if HistologyGroup.all.contains(group) {
      self = .group(group)
    } else if (3...4).contains(bytes.count), bytes.allSatisfy(\.isDigit), "89".utf8.contains(bytes.first ?? 0) {
      self = .prefix(text)
    } else {
      self = .code(try HistologyCode(parsing: text).text)
    }
  }
}

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
