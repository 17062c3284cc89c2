import ClinicalModel

/// Why cells of one flat row are empty: its `column=reason;…`, which stands in the order of the facts.
struct Reasons {
  private static let names: [[UInt8]] = CaseFacts.columns.map { Array($0.name.utf8) }
  private var reasons: [ArraySlice<UInt8>?]
  private var text: [UInt8] = []

  init() { reasons = Array(repeating: nil, count: CaseFacts.columns.count) }

  /// Reads the reasons of the next row.
  mutating func read(_ absent: some Collection<UInt8>) {
    let names = Self.names
    for index in reasons.indices { reasons[index] = nil }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: absent)
    var (start, column) = (0, 0)
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: ";")) ?? text.count
      let entry = text[start..<end]
      if let cut = entry.firstIndex(of: UInt8(ascii: "=")) {
        let name = entry[..<cut]
        while column < names.count, !names[column].elementsEqual(name) { column += 1 }
        if column < names.count { reasons[column] = entry[(cut + 1)...] }
      }
      start = end + 1
    }
  }

  /// The mark for an empty cell of a column of the facts.
  func mark(of column: Int) -> AbsenceMark { AbsenceMark(forUTF8: reasons[column] ?? []) }

  /// The reasons of some columns, told by words alone: one in free words becomes `noted`.
  ///
  /// - Parameters:
  ///   - columns: those that leave, in the order of the facts.
  ///   - topCoded: columns whose cells are empty because few people are so old.
  func words(of columns: [Int], topCoded: [Int]) -> [UInt8] {
    var words: [UInt8] = []
    func append(_ column: Int, _ reason: some Collection<UInt8>) {
      if !words.isEmpty { words.append(UInt8(ascii: ";")) }
      words.append(contentsOf: Self.names[column])
      words.append(UInt8(ascii: "="))
      words.append(contentsOf: reason)
    }
    for column in columns {
      if topCoded.contains(column) {
        append(column, CaseFacts.topCoded.utf8)
      } else if let reason = reasons[column] {
        let isWord = reason.allSatisfy { $0 == 95 || (97...122).contains($0) || (48...57).contains($0) }
        if isWord { append(column, reason) } else { append(column, "noted".utf8) }
      }
    }
    return words
  }
}
