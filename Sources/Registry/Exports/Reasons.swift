import ClinicalModel

/// Why cells of one flat row are empty: its `column=reason;…`, which stands in the order of the facts.
struct Reasons {
  private static let names: [[UInt8]] = CaseFacts.columns.map { Array($0.name.utf8) }
  private let names = Self.names
  private var text: [UInt8] = []
  /// Where the reason of each column of the facts lies in the text; an empty range where it has none.
  private var reasons: [Range<Int32>]

  init() { reasons = Array(repeating: 0..<0, count: names.count) }

  /// Reads the reasons of the next row.
  mutating func read(_ absent: some Collection<UInt8>) {
    for index in reasons.indices { reasons[index] = 0..<0 }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: absent)
    text.append(UInt8(ascii: ";"))
    var (column, start, cut) = (0, 0, -1)
    text.withUnsafeBufferPointer { text in
      for index in text.indices {
        if text[index] == UInt8(ascii: "=") {
          if cut < start { cut = index }
        } else if text[index] == UInt8(ascii: ";") {
          if cut > start {
            let name = UnsafeBufferPointer(rebasing: text[start..<cut])
            while column < names.count, !Self.isEqual(names[column], name) { column += 1 }
            if column < names.count { reasons[column] = Int32(cut + 1)..<Int32(index) }
          }
          start = index + 1
        }
      }
    }
  }

  private static func isEqual(_ name: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count == other.count && name.elementsEqual(other)
  }

  private subscript(column: Int) -> ArraySlice<UInt8> {
    text[Int(reasons[column].lowerBound)..<Int(reasons[column].upperBound)]
  }

  /// The mark for an empty cell of a column of the facts.
  func mark(of column: Int) -> AbsenceMark { AbsenceMark(forUTF8: self[column]) }

  /// The reasons of some columns, told by words alone: one in free words becomes `noted`.
  ///
  /// - Parameters:
  ///   - columns: those that leave, in the order of the facts.
  ///   - topCoded: columns whose cells are empty because few people are so old.
  func words(of columns: [Int], topCoded: [Int]) -> [UInt8] {
    var words: [UInt8] = []
    func append(_ column: Int, _ reason: some Collection<UInt8>) {
      if !words.isEmpty { words.append(UInt8(ascii: ";")) }
      words.append(contentsOf: names[column])
      words.append(UInt8(ascii: "="))
      words.append(contentsOf: reason)
    }
    for column in columns {
      let reason = self[column]
      if topCoded.contains(column) {
        append(column, CaseFacts.topCoded.utf8)
      } else if !reason.isEmpty {
        let isWord = reason.allSatisfy { $0 == 95 || (97...122).contains($0) || (48...57).contains($0) }
        if isWord { append(column, reason) } else { append(column, "noted".utf8) }
      }
    }
    return words
  }
}
