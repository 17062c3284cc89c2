import ClinicalModel
import ClinicalRules
import Foundation

/// Why cells of one flat row are empty: its `column=reason;…`, which stands in the order of the facts.
struct Reasons {
  /// The columns of the facts: their names one after another, and where each of them ends.
  private let names: [UInt8]
  private let ends: [Int]
  private var marks: [AbsenceMark]
  /// The columns that have a reason, and where it lies in the text.
  private var told: [(column: Int, reason: Range<Int>)] = []

  init() {
    var (names, ends): ([UInt8], [Int]) = ([], [])
    for column in DerivedVariables.columns {
      names += column.name.utf8
      ends.append(names.count)
    }
    (self.names, self.ends) = (names, ends)
    marks = Array(repeating: .notReported, count: ends.count)
  }

  private func isKnown(_ reason: UnsafeBufferPointer<UInt8>) -> Bool {
    AbsenceReason.holds(String(decoding: reason, as: UTF8.self))
  }

  /// Reads the reasons of the next row.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    for (column, _) in told { marks[column] = .notReported }
    told.removeAll(keepingCapacity: true)
    guard let base = text.baseAddress else { return }
    var (start, column) = (0, 0)
    while start < text.count {
      let rest = text.count - start
      let end = memchr(base + start, 0x3B, rest).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? text.count
      if let (found, reason) = match(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start..<end]), column)
      {
        let range = start + reason..<end
        marks[found] = AbsenceMark(forUTF8: UnsafeBufferPointer(rebasing: text[range]))
        told.append((found, range))
        column = found + 1
      }
      start = end + 1
    }
  }

  /// The column that a `column=reason` names, from a column on, and where its reason begins.
  private func match(_ part: UnsafeRawBufferPointer, _ first: Int) -> (column: Int, reason: Int)? {
    guard let base = part.baseAddress else { return nil }
    return names.withUnsafeBytes { names in
      var start = first == 0 ? 0 : ends[first - 1]
      for column in first..<ends.count {
        let count = ends[column] - start
        if count < part.count, part[count] == UInt8(ascii: "="), memcmp(base, names.baseAddress! + start, count) == 0 {
          return (column, count + 1)
        }
        start = ends[column]
      }
      return nil
    }
  }

  private func name(of column: Int) -> ArraySlice<UInt8> { names[(column == 0 ? 0 : ends[column - 1])..<ends[column]] }

  /// The mark for an empty cell of a column of the facts.
  func mark(of column: Int) -> AbsenceMark { marks[column] }

  /// The reasons of some columns, told by known words alone: any other one becomes `noted`.
  ///
  /// - Parameters:
  ///   - text: what was read last.
  ///   - leaves: of each column of the facts, whether it leaves.
  ///   - topCoded: columns whose cells are empty because few people are so old; the registry has no reason for them.
  func words(of text: UnsafeBufferPointer<UInt8>, leaves: [Bool], topCoded: [Int]) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(text.count)
    func append(_ column: Int, _ reason: some Collection<UInt8>) {
      if !words.isEmpty { words.append(UInt8(ascii: ";")) }
      words.append(contentsOf: name(of: column))
      words.append(UInt8(ascii: "="))
      words.append(contentsOf: reason)
    }
    var rest = topCoded[...]
    func topCode(before column: Int) {
      while let next = rest.first, next < column {
        append(next, AbsenceReason.topCoded.rawValue.utf8)
        rest.removeFirst()
      }
    }
    for (column, range) in told where leaves[column] {
      topCode(before: column)
      let reason = UnsafeBufferPointer(rebasing: text[range])
      if isKnown(reason) { append(column, reason) } else { append(column, "noted".utf8) }
    }
    topCode(before: ends.count)
    return words
  }
}
