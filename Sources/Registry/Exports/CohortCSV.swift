public import ClinicalModel
import Interchange
import Storage

extension CaseRegistry {
  /// A cohort as CSV bytes (RFC 4180, UTF-8); empty cells say why: NR, NA or NT.
  ///
  /// - Parameter profile: a pseudonymous cohort is in the order of its pseudonyms, which says nothing.
  public func cohortCSV(
    _ query: CaseQuery, _ listing: CohortListing, profile: ExportProfile = .full
  ) throws -> (bytes: [UInt8], size: CohortSize) {
    let key = profile == .full ? [] : try pseudonymKey()
    let release = CohortRelease(of: listing.columns, under: profile, key: key)
    var complete = listing
    complete.columns = release.columns + CaseFacts.columns.filter { $0.name == "absent" }
    var rows: [(first: String, bytes: [UInt8])] = []
    var writer = CSVWriter()
    for column in release.columns { writer.plain(column.name) }
    writer.endRow()
    var bytes = writer.drain()
    let size = try cohort(query, complete) { row in
      let (released, reasons) = release.released(row, absent: row.last?.written ?? "")
      Self.write(released, of: release.columns, reasons, to: &writer)
      if profile == .full { bytes += writer.drain() } else { rows.append((released[0].written ?? "", writer.drain())) }
    }
    for row in rows.sorted(by: { $0.first < $1.first }) { bytes += row.bytes }
    return (bytes, size)
  }

  private static func write(_ row: [Scalar], of columns: [Column], _ reasons: Reasons, to writer: inout CSVWriter) {
    for (column, cell) in zip(columns, row) {
      switch cell {
      case .null: writer.plain(column.name == "absent" ? "" : AbsenceMark(for: reasons[column.name]).rawValue)
      case .integer, .real: writer.plain(cell.written ?? "")
      case .text(let text): writer.text(text)
      }
    }
    writer.endRow()
  }

  /// The key of this registry's pseudonyms; made when it is first needed, and kept outside the registry.
  private func pseudonymKey() throws -> [UInt8] {
    let registry = try RegistryError.wrapping { try database.read { try $0.registryID() } }
    return try StateDirectory(path: curator.state).key(of: registry) { curator.random(32) }
  }
}
