import ClinicalModel
import Crypto
import Interchange

/// The flat rows of a cohort on their way out: which columns leave, and how their cells are told.
struct CohortRelease {
  /// The columns that leave, in order.
  let columns: [Column]
  private let disclosures: [Disclosure]
  private let pseudonym: (String) -> String
  private let profile: ExportProfile

  /// - Parameters:
  ///   - columns: the columns that were asked for.
  ///   - key: makes the pseudonyms; nobody without it can undo them.
  init(of columns: [Column], under profile: ExportProfile, key: [UInt8]) {
    let told = columns.map { ($0, CaseFacts.disclosure(of: $0, under: profile)) }.filter { $0.1 != .leftOut }
    self.columns = told.map(\.0)
    disclosures = told.map(\.1)
    self.profile = profile
    pseudonym = { Self.pseudonym(of: $0, key: key) }
  }

  /// A row of ``columns`` and why cells of it are empty, told as it may be.
  func released(_ row: [Scalar], absent: String) -> (row: [Scalar], reasons: Reasons) {
    var reasons = Reasons(absent)
    if profile != .full { reasons.keepWords(of: Set(columns.map(\.name))) }
    var released: [Scalar] = []
    for (index, column) in columns.enumerated() {
      let cell = disclosures[index].released(row[index], pseudonym: pseudonym) ?? .null
      if cell == .null, row[index] != .null { reasons[column.name] = CaseFacts.topCoded }
      released.append(cell)
    }
    if let index = columns.firstIndex(where: { $0.name == "absent" }) {
      released[index] = reasons.text.map(Scalar.text) ?? .null
    }
    return (released, reasons)
  }

  /// 80 bits of HMAC-SHA256 in Crockford's base 32.
  private static func pseudonym(of id: String, key: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(id.utf8), using: SymmetricKey(data: key))
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var text: [UInt8] = Array("p-".utf8)
    var (buffer, bits) = (0, 0)
    for byte in Array(code).prefix(10) {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[buffer >> bits & 31])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The reasons for the empty cells of one flat row: `column=reason;…`.
struct Reasons {
  private var reasons: [(column: String, reason: String)]

  init(_ absent: String) {
    reasons = absent.split(separator: ";").map { entry in
      let cut = entry.firstIndex(of: "=") ?? entry.endIndex
      return (String(entry[..<cut]), String(entry[cut...].dropFirst()))
    }
  }

  subscript(column: String) -> String? {
    get { reasons.first { $0.column == column }?.reason }
    set {
      reasons.removeAll { $0.column == column }
      if let newValue { reasons.append((column, newValue)) }
    }
  }

  /// Keeps the reasons of these columns; one in free words becomes `noted`.
  mutating func keepWords(of columns: Set<String>) {
    reasons = reasons.filter { columns.contains($0.column) }.map { column, reason in
      let word = reason.utf8.allSatisfy { $0 == 95 || (97...122).contains($0) || (48...57).contains($0) }
      return (column, word ? reason : "noted")
    }
  }

  var text: String? {
    reasons.isEmpty ? nil : reasons.map { "\($0.column)=\($0.reason)" }.joined(separator: ";")
  }
}
