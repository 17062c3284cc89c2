public import ClinicalModel
public import Interchange
public import Registry

/// How a listing is written: for somebody at a terminal, or for a file or a program.
public enum ListingFormat: Hashable, Sendable {
  case table
  case rows(RowFormat)

  public static let all: [ListingFormat] = [.table] + RowFormat.all.map(ListingFormat.rows)

  /// The format of this name; nil when there is none.
  public init?(named name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  public var name: String {
    switch self {
    case .table: "table"
    case .rows(let format): format.name
    }
  }

  /// Begins a listing: the one place where a format is told from another.
  ///
  /// - Parameter width: the characters of a line of the terminal; nil where there is none, and nothing is cut.
  public func begin(_ columns: [Column], width: Int?) -> any RowWriter {
    switch self {
    case .table: AlignedTable(columns: columns, width: width)
    case .rows(let format): format.begin(columns)
    }
  }
}

extension ResultTable {
  /// The table in any format.
  ///
  /// - Parameter width: as in ``ListingFormat/begin(_:width:)``.
  public func text(_ format: ListingFormat, width: Int?) -> String {
    var writer = format.begin(columns, width: width)
    for row in rows { writer.add(row) }
    writer.end()
    return String(decoding: writer.drain(), as: UTF8.self)
  }
}
