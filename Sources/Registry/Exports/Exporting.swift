public import ClinicalModel
import Crypto
import Interchange
import Storage

/// The files that a cohort is written as.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// A row a patient.
  case csv
  /// A directory with a CSV a table, a row a row.
  case long
}

/// What an export came to.
public struct ExportReport: Sendable {
  public let size: CohortSize
  /// The end of the history that the cohort was read at.
  public let head: String
}

extension CaseRegistry {
  /// Writes a cohort; a file of the name is replaced only by a whole one. What identifies is recorded in the history.
  ///
  /// - Throws: ``RegistryError/notAllowed(_:)`` when the format cannot be de-identified.
  public func export(
    _ query: CaseQuery, as format: ExportFormat, profile: ExportProfile, to path: String
  ) throws -> ExportReport {
    for own in [self.path, "\(self.path)-journal"] where OutputFile(path: path).isSame(as: own) {
      throw RegistryError.usage(Fault("\(path) is the registry itself", mend: "name another file with --output"))
    }
    switch format {
    case .csv:
      let (bytes, size) = try cohortCSV(query, try CohortListing(), profile: profile)
      let head = try record([("", bytes)], query, format, profile, size)
      try OutputFile(path: path).write(bytes)
      return ExportReport(size: size, head: head)
    case .long:
      guard profile == .full else {
        throw RegistryError.notAllowed(
          Fault(
            "long tables hold exact dates and the words of sources, and cannot be de-identified",
            mend: "write --identified if they may leave, or --format csv"))
      }
      let (files, size) = try longTables(query)
      let head = try record(files, query, format, profile, size)
      try OutputDirectory(path: path).write(files)
      return ExportReport(size: size, head: head)
    }
  }

  private func longTables(_ query: CaseQuery) throws -> (files: [(name: String, bytes: [UInt8])], size: CohortSize) {
    var ids: [String] = []
    let size = try cohort(query, try CohortListing(columns: ["case_id"])) { ids.append($0[0].written ?? "") }
    var tables = LongTables()
    try RegistryError.wrapping {
      try database.read { session in
        for id in ids { if let subject = try session.fetchCase(id) { tables.add(subject) } }
      }
    }
    return (tables.files, size)
  }

  /// Tells the history what is handed out, when it identifies anybody; before it is, so that none leaves untold.
  ///
  /// - Returns: the end of the history.
  private func record(
    _ files: [(name: String, bytes: [UInt8])], _ query: CaseQuery, _ format: ExportFormat, _ profile: ExportProfile,
    _ size: CohortSize
  ) throws -> String {
    if profile != .shared {
      let digests = files.map { file in
        "{\"name\":\(file.name.json),\"sha256\":\(Array(SHA256.hash(data: file.bytes)).hex.json)}"
      }
      let criteria = query.criteria.map(\.text.json).joined(separator: ",")
      let payload =
        "{\"profile\":\(profile.rawValue.json),\"format\":\(format.rawValue.json),\"criteria\":[\(criteria)],"
        + "\"patients\":\(size.patients),\"files\":[\(digests.joined(separator: ","))]}"
      try change { try $0.record(.export, payload: payload) }
    }
    return try RegistryError.wrapping { try database.read { try $0.chainHead().text } }
  }
}
