public import ClinicalModel
import Interchange
import Storage

/// How many patients and reports a cohort holds, and how many patients something unknown keeps out.
public struct CohortSize: Hashable, Sendable {
  public let patients: Int
  public let reports: Int
  public let unknown: Int
}

/// A listing of a cohort.
public struct CohortListing: Sendable {
  /// The columns, in order.
  public var columns: [Column]
  var sort: Listing

  /// - Parameters:
  ///   - names: columns of the facts; all of them when there are none.
  ///   - sort: a column, with `:desc` for the highest first.
  /// - Throws: ``RegistryError/usage(_:)`` with the nearest known names.
  public init(columns names: [String]? = nil, sort: String? = nil, limit: Int? = nil) throws {
    columns = try names.map { try $0.map(Self.column) } ?? CaseFacts.columns
    self.sort = Listing(limit: limit)
    guard let sort else { return }
    let parts = sort.split(separator: ":", maxSplits: 1).map(String.init)
    self.sort.sort = try Self.column(parts.first ?? "").name
    guard parts.count == 1 || parts[1] == "desc" || parts[1] == "asc" else {
      throw RegistryError.usage(Fault("\(sort.quoted) is no order", mend: "write COLUMN or COLUMN:desc"))
    }
    self.sort.descending = parts.last == "desc"
  }

  private static func column(_ name: String) throws -> Column {
    guard let column = CaseFacts.columns.first(where: { $0.name == name }) else {
      throw RegistryError.usage(
        Fault(
          "\(name.quoted) is no column of a cohort",
          mend: Suggestion.sentence(for: name, among: CaseFacts.columns.map(\.name))))
    }
    return column
  }
}

extension CaseRegistry {
  /// Hands over the flat rows of a cohort one by one, and says how large it is.
  public func cohort(_ query: CaseQuery, _ listing: CohortListing, each: ([Scalar]) throws -> Void) throws -> CohortSize
  {
    try RegistryError.wrapping {
      try database.read { session in
        try session.rows(of: query, columns: listing.columns.map(\.name), listing: listing.sort, each: each)
        let count = try session.count(of: query)
        return CohortSize(patients: count.patients, reports: count.reports, unknown: count.unknown)
      }
    }
  }

  /// A cohort as CSV bytes (RFC 4180, UTF-8); empty cells say why: NR, NA or NT.
  public func cohortCSV(_ query: CaseQuery, _ listing: CohortListing) throws -> (bytes: [UInt8], size: CohortSize) {
    var writer = CSVWriter()
    for column in listing.columns { writer.plain(column.name) }
    writer.endRow()
    var complete = listing
    complete.columns.append(contentsOf: CaseFacts.columns.filter { $0.name == "absent" })
    let size = try cohort(query, complete) { row in
      let reasons = Reasons(row.last?.written ?? "")
      for (column, cell) in zip(listing.columns, row) {
        switch cell {
        case .null: writer.plain(column.name == "absent" ? "" : CaseFacts.mark(for: reasons[column.name]))
        case .integer, .real: writer.plain(cell.written ?? "")
        case .text(let text): writer.text(text)
        }
      }
      writer.endRow()
    }
    return (writer.bytes, size)
  }

  /// Writes a cohort as a CSV file; a file of the name is replaced only by a whole one.
  public func exportCSV(_ query: CaseQuery, _ listing: CohortListing, to path: String) throws -> CohortSize {
    let (bytes, size) = try cohortCSV(query, listing)
    try OutputFile(path: path).write(bytes)
    return size
  }
}

/// The reasons for the empty cells of one flat row.
private struct Reasons {
  private let reasons: [Substring: Substring]

  init(_ absent: String) {
    var reasons: [Substring: Substring] = [:]
    for entry in absent.split(separator: ";") {
      let cut = entry.firstIndex(of: "=") ?? entry.endIndex
      reasons[entry[..<cut]] = entry[cut...].dropFirst()
    }
    self.reasons = reasons
  }

  subscript(column: String) -> String? { reasons[column[...]].map(String.init) }
}
