/// A digital object identifier, without the address of a resolver, in lower case.
public struct DOI: TextValue {
  public let text: String
  public static var kind: Kind { .code("DOI", example: "10.1002/ccr3.8368") }
  public static var standard: String? { "DOI" }

  public init(parsing text: String) throws(Fault) {
    var bare = text.lowercased()[...]
    for prefix in ["https://", "http://", "dx.", "www.", "doi.org/", "doi:", " "] where bare.hasPrefix(prefix) {
      bare = bare.dropFirst(prefix.count)
    }
    let bytes = bare.utf8
    guard bare.hasPrefix("10."), let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
      bytes.index(after: slash) < bytes.endIndex,
      bytes[..<slash].dropFirst(3).count >= 4,
      bytes[..<slash].dropFirst(3).allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
      bytes.allSatisfy({ $0 > 32 && $0 < 127 }), bytes.count <= 200
    else {
      throw Fault(
        "\(text.quoted) is not a DOI", mend: "it begins with 10. and has a slash, for example 10.1002/ccr3.8368")
    }
    self.text = String(bare)
  }
}

/// A PubMed identifier: one to eight digits.
public struct PMID: TextValue {
  public let text: String
  public static var kind: Kind { .code("PMID", example: "37916244") }
  public static var standard: String? { "PubMed" }

  public init(parsing text: String) throws(Fault) {
    let digits = text.lowercased().hasPrefix("pmid:") ? text.dropFirst(5).drop { $0 == " " } : text[...]
    guard (1...8).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit), digits.utf8.first != UInt8(ascii: "0")
    else { throw Fault("\(text.quoted) is not a PubMed id", mend: "write its digits, for example 37916244") }
    self.text = String(digits)
  }
}
