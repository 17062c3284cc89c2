/// A part of a TNM staging as published, without its letter.
public protocol TNMPart: TextValue {
  static var letter: String { get }
  static var values: [String] { get }
  init(known text: String)
}

extension TNMPart {
  public static var kind: Kind { .code("TNM \(letter)", example: values[values.count / 2]) }
  public static var standard: String? { "UICC and AJCC TNM (symbols only)" }

  public static var knownWords: KnownWords { KnownWords("TNM \(letter)") { values.contains($0) } }

  public init(parsing text: String) throws(Fault) {
    guard Self.values.contains(text) else {
      let bare = String(text.drop { !$0.isNumber && $0 != "X" && $0 != "i" })
      throw Fault(
        "\(text.quoted) is no \(Self.letter) category",
        mend: Self.values.contains(bare)
          ? "write it without letter and prefix: \(bare)" : "expected one of \(Self.values.joined(separator: " "))")
    }
    self.init(known: text)
  }
}

public struct TCategory: TNMPart {
  public static let letter = "T"
  public static let values = "X 0 is 1mi 1 1a 1b 1c 1d 2 2a 2b 2c 2d 3 3a 3b 3c 3d 4 4a 4b 4c 4d".split(separator: " ")
    .map(String.init)
  public let text: String
  public init(known text: String) { self.text = text }
}

public struct NCategory: TNMPart {
  public static let letter = "N"
  public static let values = "X 0 1mi 1 1a 1b 1c 2 2a 2b 2c 3 3a 3b 3c".split(separator: " ").map(String.init)
  public let text: String
  public init(known text: String) { self.text = text }
}

public struct MCategory: TNMPart {
  public static let letter = "M"
  public static let values = "0 1 1a 1b 1c 1d".split(separator: " ").map(String.init)
  public let text: String
  public init(known text: String) { self.text = text }
}
