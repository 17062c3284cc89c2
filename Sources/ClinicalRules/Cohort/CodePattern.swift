public import ClinicalModel

/// Which codes of a classification: one code, every code that begins so, or a group.
public enum CodePattern: Hashable, Sendable {
  case code(String)
  case prefix(String)
  case group(String)

  public var text: String {
    switch self {
    case .code(let text), .prefix(let text), .group(let text): text
    }
  }

  /// Reads primary sites: `C34.1`, `C34`, `lung`, or a common name; the name of a whole organ is its group.
  public init(site text: String) throws(Fault) {
    if let group = SiteGroup(text) {
      self = .group(group.name)
      return
    }
    let bytes = text.utf8
    if (2...3).contains(bytes.count), (bytes.first ?? 0) | 0x20 == UInt8(ascii: "c"),
      bytes.dropFirst().allSatisfy(\.isDigit)
    {
      guard bytes.count == 2 || SiteGroup(of: text.uppercased()) != nil else {
        throw Fault(
          "\(text.quoted) begins no ICD-O-3 topography code", mend: "codes run from C00.0 to C80.9, for example C34")
      }
      self = .prefix(text.uppercased())
      return
    }
    let site = try SiteCode(parsing: text)
    let whole = SiteGroup.all.first { $0.unspecified == site.text && site.word != nil }
    self = whole.map { .group($0.name) } ?? .code(site.text)
  }

  /// Reads histologies: `8140/3`, `8140`, `814`, a group (`adenocarcinoma`) or a common name.
  public init(histology text: String) throws(Fault) {
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
