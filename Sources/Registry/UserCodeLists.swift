public import ClinicalModel
import Storage

extension CaseRegistry {
  /// The codes that the user has brought, list by list.
  public func codes() throws -> [(list: String, entry: CodeEntry)] {
    try RegistryError.wrapping { try database.read { try $0.codes() } }
  }

  /// Brings a list of codes that the user holds a licence for; one of the same name is replaced.
  ///
  /// - Parameter path: a text file, a code a line: code, label, synonyms separated by `|`, with tabs between.
  /// - Returns: how many codes there are.
  /// - Throws: ``RegistryError/refused(_:)`` with every line that cannot be read.
  public func importCodes(_ path: String, as list: String) throws -> Int {
    let entries = try Self.codes(in: path)
    try change { try $0.replaceCodes(of: list, with: entries) }
    return entries.count
  }

  private static func codes(in path: String) throws -> [CodeEntry] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = try InputFile(path: path).bytes()
    guard let text = String(validating: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    else {
      throw RegistryError.noInput(Fault("\(path) is no text in UTF-8", mend: "save it as UTF-8, with tabs"))
    }
    var problems = Problems()
    var entries: [CodeEntry] = []
    var lines: [String: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).trimmed }
      func refuse(_ what: Message, _ mend: Message) {
        problems.add(Problem(file: path, line: index + 1, Fault(what, mend: mend)))
      }
      guard (2...3).contains(cells.count), !cells[0].isEmpty, !cells[1].isEmpty else {
        refuse("the line is no code", "write code, label and synonyms with tabs between, synonyms separated by |")
        continue
      }
      if let first = lines.updateValue(index + 1, forKey: cells[0]) {
        refuse("\(cells[0].quoted) stands in line \(first) too", "keep one of the two")
        continue
      }
      let synonyms = cells.count > 2 ? cells[2].split(separator: "|").map { String($0).trimmed } : []
      entries.append(CodeEntry(code: cells[0], label: cells[1], synonyms: synonyms))
    }
    if entries.isEmpty, problems.isEmpty {
      problems.add(Problem(file: path, Fault("the file holds no code", mend: "write a code a line")))
    }
    guard problems.isEmpty else { throw RegistryError.refused(problems) }
    return entries
  }
}
