public import ClinicalModel
public import Interchange
public import Registry

/// How a listing is written: for somebody at a terminal, or for a file or a program.
public enum ListingFormat: Hashable, Sendable, CaseIterable, RawRepresentable {
  case table
  case rows(RowFormat)

  public static let allCases: [ListingFormat] = [.table] + RowFormat.allCases.map(ListingFormat.rows)

  public init?(rawValue: String) {
    if rawValue == "table" {
      self = .table
    } else if let format = RowFormat(rawValue: rawValue) {
      self = .rows(format)
    } else {
      return nil
    }
  }

  public var rawValue: String {
    switch self {
    case .table: "table"
    case .rows(let format): format.rawValue
    }
  }
}

/// Writes a listing row by row: the one place where a format is told from another.
public struct ListingWriter {
  /// One of the two, which lie side by side so that neither is copied.
  private var table: AlignedTable?
  private var rows: RowWriter?

  /// - Parameter width: the characters of a line of the terminal; nil where there is none, and nothing is cut.
  public init(columns: [Column], _ format: ListingFormat, width: Int?) {
    switch format {
    case .table: table = AlignedTable(columns: columns, width: width)
    case .rows(let format): rows = RowWriter(columns: columns, format)
    }
  }

  /// - Parameter row: a cell a column.
  public mutating func add(_ row: [Scalar]) {
    table?.add(row)
    rows?.add(row)
  }

  /// After the last row.
  public mutating func end() {
    table?.end()
    rows?.end()
  }

  /// Hands over what was written so far.
  public mutating func drain() -> [UInt8] { table?.drain() ?? rows?.drain() ?? [] }
}

extension ResultTable {
  /// The table in any format.
  ///
  /// - Parameter width: as in ``ListingWriter``.
  public func text(_ format: ListingFormat, width: Int?) -> String {
    var writer = ListingWriter(columns: columns, format, width: width)
    for row in rows { writer.add(row) }
    writer.end()
    return String(decoding: writer.drain(), as: UTF8.self)
  }
}
