import ClinicalModel

/// Tells the cells of one column without free words, and remembers what it has told: a column holds few different texts.
struct KnownText {
  private let column: Column
  /// What was asked and what leaves for it, the last one first.
  private var recent: [(asked: [UInt8], told: [UInt8])] = []
  private var memory: [[UInt8]: [UInt8]] = [:]
  private static let mostRecent = 8

  init(of column: Column) { self.column = column }

  /// What leaves of a cell.
  mutating func told(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if let place = recent.firstIndex(where: { $0.asked.count == text.count && $0.asked.elementsEqual(text) }) {
      if place > 0 { recent.swapAt(place, place - 1) }
      return recent[place > 0 ? place - 1 : 0].told
    }
    let asked = Array(text)
    let told =
      memory[asked] ?? Array(column.known(String(decoding: text, as: UTF8.self)).utf8)
    if memory.count < 10_000 { memory[asked] = told }
    if recent.count == Self.mostRecent { recent.removeLast() }
    recent.append((asked, told))
    return told
  }
}
