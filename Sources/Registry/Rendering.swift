public import ClinicalModel
import Interchange

/// How a listing is written.
public enum ListingFormat: String, CaseIterable, Sendable {
  case table, json, ndjson, csv, markdown
}

/// Columns and rows as text in any of the formats.
public struct TextListing: Sendable {
  public let columns: [Column]
  public let rows: [[Scalar]]

  public init(columns: [Column], rows: [[Scalar]]) {
    self.columns = columns
    self.rows = rows
  }

  /// - Parameter width: the characters of a line of the terminal; nil where there is none, and nothing is cut.
  public func text(_ format: ListingFormat, width: Int?) -> String {
    var writer = ListingWriter(columns: columns, format, width: width)
    for row in rows { writer.add(row) }
    writer.end()
    return String(decoding: writer.drain(), as: UTF8.self)
  }
}
