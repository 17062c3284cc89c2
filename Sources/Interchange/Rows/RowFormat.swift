public import ClinicalModel

/// A format in which the rows of one table are written, to a file or for a program.
public struct RowFormat: Sendable {
  /// What one calls it: `csv`.
  public let name: String
  /// Begins a table of these columns.
  public let begin: @Sendable ([Column]) -> any RowWriter

  init(_ name: String, begin: @escaping @Sendable ([Column]) -> any RowWriter) {
    self.name = name
    self.begin = begin
  }

  /// All that are written, in the order in which they are told: the one list.
  public static let all: [RowFormat] = [.json, .ndjson, .csv, .markdown]
}

extension RowFormat: Hashable {
  public static func == (a: RowFormat, b: RowFormat) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Writes the rows of one table, each as it comes.
public protocol RowWriter {
  /// - Parameter row: a cell a column.
  mutating func add(_ row: [Scalar])
  /// After the last row.
  mutating func end()
  /// Hands over what was written so far.
  mutating func drain() -> [UInt8]
}
