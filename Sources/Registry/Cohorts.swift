public import ClinicalModel
public import ClinicalRules
import Interchange
import Storage

/// How many patients and reports a cohort holds, and how many patients something unknown keeps out.
public struct CohortSize: Hashable, Sendable {
  public let patients: Int
  public let reports: Int
  public let unknown: Int
  /// Whether more than ``unknown`` may be: a listing stops counting them in a large registry, an export does not.
  public let mayBeMore: Bool

  init(_ count: CohortCount) {
    patients = count.patients
    reports = count.reports
    unknown = count.unknown
    mayBeMore = count.mayBeMore
  }

  /// So many steps of SQLite's virtual machine may it cost a listing to count the unknown: a millisecond or two, enough
  /// for all of them in a registry of some two thousand cases.
  static let stepsOfListing = 100_000
}

/// A listing of a cohort.
public struct ColumnSelection: Sendable {
  /// The columns, in order.
  public var columns: [Column]
  var sort: RowOrder

  /// - Parameters:
  ///   - names: columns of the facts; all of them when there are none.
  ///   - sort: a column, with `:desc` for the highest first.
  /// - Throws: ``RegistryError/usage(_:)`` with the nearest known names.
  public init(columns names: [String]? = nil, sort: String? = nil, limit: Int? = nil) throws {
    let columns = try names.map { try $0.map(Self.column) } ?? DerivedVariables.columns
    if columns.isEmpty {
      throw RegistryError.usage(
        Fault("\(action: .set(.columns)) names no column", mend: "write some, for example case_id,sex,site_group"))
    }
    if let twice = columns.indices.first(where: { columns[..<$0].contains(columns[$0]) }) {
      throw RegistryError.usage(
        Fault("\(columns[twice].name) is named twice in \(action: .set(.columns))", mend: "keep one of the two"))
    }
    self.columns = columns
    self.sort = RowOrder(limit: limit)
    guard let sort else { return }
    let parts = sort.split(separator: ":", maxSplits: 1).map(String.init)
    self.sort.sort = try Self.column(parts.first ?? "").name
    guard parts.count == 1 || parts[1] == "desc" || parts[1] == "asc" else {
      throw RegistryError.usage(Fault("\(sort.quoted) is no order", mend: "write COLUMN or COLUMN:desc"))
    }
    self.sort.descending = parts.last == "desc"
  }

  private static func column(_ name: String) throws -> Column {
    guard let column = DerivedVariables.columns.first(where: { $0.name == name }) else {
      throw RegistryError.usage(
        Fault(
          "\(name.quoted) is no column of a cohort",
          mend: Suggestion.sentence(for: name, among: DerivedVariables.columns.map(\.name))))
    }
    return column
  }
}

extension CaseRegistry {
  /// How large a cohort is.
  public func size(of query: CaseQuery) throws -> CohortSize {
    try RegistryError.wrapping { try database.read { CohortSize(try $0.count(of: query)) } }
  }

  /// Hands over the flat rows of a cohort one by one, and says how large it is.
  public func cohort(_ query: CaseQuery, _ listing: ColumnSelection, each: ([Scalar]) throws -> Void) throws
    -> CohortSize
  {
    try RegistryError.wrapping {
      try database.read { session in
        CohortSize(
          try session.rows(
            of: query, columns: listing.columns.map(\.name), listing: listing.sort, within: CohortSize.stepsOfListing
          ) { row in try each(listing.columns.indices.map(row.cell)) })
      }
    }
  }
}
