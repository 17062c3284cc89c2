/// The words of a source: at most 25, for licences allow no more.
public struct Quote: TextValue {
  public let text: String
  public static var kind: Kind { .text }

  public init(parsing text: String) throws(Fault) {
    let plain = try String(parsing: text)
    let words = plain.split(whereSeparator: \.isWhitespace).count
    guard words <= 25 else {
      throw Fault("the quote has \(words) words", mend: "keep at most 25; the section says where the rest stands")
    }
    self.text = plain
  }
}
