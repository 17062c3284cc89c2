import ClinicalModel
public import ClinicalRules
import Interchange
import Storage
import Syntax

extension CaseRegistry {
  /// Hands over a cohort as CSV, piece by piece (RFC 4180, UTF-8); empty cells say why: NR, NA or NT.
  public func cohortCSV(
    _ query: CaseQuery, _ listing: ColumnSelection, each: ([UInt8]) throws -> Void
  ) throws -> CohortSize {
    try RegistryError.wrapping {
      try database.read { session in
        var release = Release(of: listing.columns, under: .full)
        var writer = CSVWriter()
        release.writeHeader(to: &writer)
        let count = try session.rows(
          of: query, columns: release.needed, listing: listing.sort, within: CohortSize.stepsOfListing
        ) { row in
          release.write(row, as: nil, to: &writer)
          if writer.count > Self.piece { try each(writer.drain()) }
        }
        try each(writer.drain())
        return CohortSize(count)
      }
    }
  }

  /// Writes the flat rows of a cohort, pseudonymous ones in the order of their pseudonyms, which says nothing.
  func writeCohort(
    _ query: CaseQuery, _ release: inout Release, _ maker: Pseudonym.Maker?, _ session: ReadSession,
    to sink: OutputSink
  ) throws -> CohortSize {
    var writer = CSVWriter()
    release.writeHeader(to: &writer)
    let size = try eachReleased(query, &release, maker, session) { release, row, pseudonym in
      release.write(row, as: pseudonym, to: &writer)
      if writer.count > Self.piece { try sink.write(writer.drain()) }
    }
    try sink.write(writer.drain())
    return size
  }

  /// Hands over the rows of a cohort in the order in which they leave.
  ///
  /// - Parameter maker: makes the pseudonyms; nil where ids leave as they are.
  func eachReleased(
    _ query: CaseQuery, _ release: inout Release, _ maker: Pseudonym.Maker?, _ session: ReadSession,
    _ body: (inout Release, RowInPlace, Pseudonym?) throws -> Void
  ) throws -> CohortSize {
    guard let maker else {
      return CohortSize(try session.rows(of: query, columns: release.needed) { try body(&release, $0, nil) })
    }
    return CohortSize(
      try session.rows(of: query, columns: release.needed, by: maker.pseudonym) { try body(&release, $0, $1) })
  }

  /// So many bytes are handed over at once.
  static let piece = 1 << 18
}
