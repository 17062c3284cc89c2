package import ClinicalModel

/// Writes many objects of the same keys, each on a line of its own: rows of a table, faster than as documents.
package struct JSONObjects {
  /// The beginning of each member: `"sex": `.
  private let keys: [[UInt8]]
  /// Which values are `true` or `false`, which JSON writes without quotes.
  private let isTruth: [Bool]

  package init(_ columns: [Column]) {
    keys = columns.map { Array("\($0.name.json): ".utf8) }
    isTruth = columns.map { $0.kind == .boolean }
  }

  /// - Parameter row: a value a key.
  package func append(_ row: [Scalar], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for index in keys.indices {
      if index > 0 { bytes.append(contentsOf: ", ".utf8) }
      bytes.append(contentsOf: keys[index])
      if isTruth[index], case .text(let word) = row[index] {
        bytes.append(contentsOf: word.utf8)
      } else {
        row[index].appendJSON(to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
