public import ClinicalModel
public import ClinicalRules
import Crypto
import Interchange
import Storage
import Syntax

/// The files that a cohort is written as.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// A row a patient.
  case csv
  /// A directory with a CSV a table, a row a row.
  case long
  /// A directory as a Frictionless Data Package: cohort, dictionary, and with what identifies all tables.
  case dataPackage = "datapackage"
  /// A row a patient as reviews print it: Markdown, or CSV where the file's name ends so.
  case evidenceTable = "evidence-table"
  /// The publications that tell of the cohort, for reference managers.
  case bibtex, ris
  case csl = "csl-json"
}

/// What leaves the registry, and how.
public struct ExportOrder: Sendable {
  public var query: CaseQuery
  public var format: ExportFormat
  public var profile: ExportProfile
  /// The columns of flat rows; all of them when nil.
  public var columns: [String]?
  /// The name of the cohort, where it has one.
  public var name: String?
  /// Whether patients get other pseudonyms than in the exports before.
  public var newPseudonyms = false
  /// Whether somebody has asked to stop.
  public var isInterrupted: @Sendable () -> Bool = { false }

  public init(
    _ query: CaseQuery, _ format: ExportFormat, _ profile: ExportProfile, columns: [String]? = nil, name: String? = nil
  ) {
    self.name = name
    self.query = query
    self.format = format
    self.profile = profile
    self.columns = columns
  }
}

/// What an export came to.
public struct ExportReport: Sendable {
  public let size: CohortSize
  /// The rows of all files together.
  public let rows: Int
  /// The last change of the registry that the cohort was read at.
  public let head: String
}

extension CaseRegistry {
  /// Writes a cohort; a file of the name is replaced only by a whole one. What identifies is recorded in the history.
  ///
  /// - Throws: ``RegistryError/notAllowed(_:)`` when the format cannot be de-identified.
  public func export(_ order: ExportOrder, to path: String) throws -> ExportReport {
    for own in [self.path, "\(self.path)-journal"] where OutputFile(path: path).isSame(as: own) {
      throw RegistryError.usage(
        Fault("\(path) is the registry itself", mend: "name another file with \(action: .set(.output))"))
    }
    if order.columns != nil, order.format != .csv {
      throw RegistryError.usage(
        Fault(
          "\(order.format.rawValue) has columns of its own",
          mend: "leave \(action: .set(.columns)) out, or write \(action: .set(.format, to: "csv"))"))
    }
    if !order.profile.rule.isRecorded, order.format.namesPatients, let criterion = order.query.identifying {
      throw RegistryError.notAllowed(
        Fault(
          "\(action: .ask(criterion: criterion.key.rawValue)) says whose rows these are, and a shared export does not",
          mend:
            "leave it out, or write \(action: .set(.profile, to: "limited")) or \(action: .set(.identified)) if they may leave"
        ))
    }
    let maker = try pseudonymMaker(for: order)
    switch order.format {
    case .csv:
      var release = try release(order)
      return try file(order, path) { session, sink in
        let size = try writeCohort(order.query, &release, maker, session, to: sink)
        return (size, size.patients)
      }
    case .evidenceTable:
      return try file(order, path) { session, sink in
        try writeEvidence(order, maker, session, as: path.hasSuffix(".csv") ? .csv : .markdown, to: sink)
      }
    case .bibtex: return try references(order, path, .bibtex)
    case .ris: return try references(order, path, .ris)
    case .csl: return try references(order, path, .csl)
    case .dataPackage: return try directory(order, path) { try writePackage(order, maker, $0, to: $1) }
    case .long:
      guard order.profile.rule.identifies else {
        throw RegistryError.notAllowed(
          Fault(
            "long tables hold exact dates and the words of sources, and cannot be de-identified",
            mend: "write \(action: .set(.identified)) if they may leave, or \(action: .set(.format, to: "csv"))"))
      }
      return try directory(order, path) { session, folder in
        (CohortSize(try session.count(of: order.query)), try LongTables.write(order.query, session, to: folder))
      }
    }
  }

  /// The columns that leave; one that is asked for by name and may not is refused, for nobody would miss it in the file.
  private func release(_ order: ExportOrder) throws -> Release {
    let columns = try ColumnSelection(columns: order.columns).columns
    let release = Release(of: columns, under: order.profile)
    let kept = columns.filter { column in !release.columns.contains(column) }.map(\.name)
    guard order.columns == nil || kept.isEmpty else {
      throw RegistryError.notAllowed(
        Fault(
          "the profile \(order.profile.rawValue) lets nothing leave of \(kept.joined(separator: ", "))",
          mend: "leave it out of \(action: .set(.columns)), or choose another \(action: .set(.profile))"))
    }
    return release
  }

  /// Writes one file; what writes it gives the size of the cohort and the number of rows.
  private func file(
    _ order: ExportOrder, _ path: String, _ write: (ReadSession, OutputSink) throws -> (CohortSize, Int)
  ) throws -> ExportReport {
    try OutputFile(path: path, state: StateDirectory(path: curator.state)).write(until: order.isInterrupted) { sink in
      let report = try reading { try write($0, sink) }
      try record([("", try sink.digest)], order, report)
      return report
    }
  }

  private func directory(
    _ order: ExportOrder, _ path: String,
    _ write: (ReadSession, OutputDirectory.Folder) throws -> (CohortSize, Int)
  ) throws -> ExportReport {
    try OutputDirectory(path: path, state: StateDirectory(path: curator.state)).write(until: order.isInterrupted) {
      folder in
      let report = try reading { try write($0, folder) }
      try record(folder.files.map { ($0.name, $0.digest) }, order, report)
      return report
    }
  }

  private func references(_ order: ExportOrder, _ path: String, _ list: Bibliography) throws -> ExportReport {
    try file(order, path) { session, sink in
      let count = try writeSources(of: order.query, session, to: sink, in: list.frame) { source in
        Release.lets(source) ? list.text(of: source) : nil
      }
      return (CohortSize(try session.count(of: order.query)), count)
    }
  }

  /// Writes a text for each source of a cohort.
  ///
  /// - Parameter text: nil for a source that is left out.
  /// - Returns: how many there are.
  func writeSources(
    of query: CaseQuery, _ session: ReadSession, to sink: OutputSink, in frame: ListDelimiters,
    text: (Source) -> String?
  ) throws -> Int {
    var (waiting, count) = ("", 0)
    try session.sources(in: query) { source in
      guard let text = text(source) else { return }
      waiting += (count == 0 ? frame.start : frame.between) + text
      count += 1
      if waiting.utf8.count > Self.piece {
        try sink.write(Array(waiting.utf8))
        waiting = ""
      }
    }
    waiting += count == 0 ? frame.empty : frame.end
    try sink.write(Array(waiting.utf8))
    return count
  }

  private func writeEvidence(
    _ order: ExportOrder, _ maker: Pseudonym.Maker?, _ session: ReadSession, as format: RowFormat,
    to sink: OutputSink
  ) throws -> (CohortSize, Int) {
    var release = Release(of: try ColumnSelection(columns: EvidenceTable.facts).columns, under: order.profile)
    let table = EvidenceTable(of: release.columns, namesStudies: release.rule.identifies)
    var writer = format.begin(table.columns)
    let size = try eachReleased(order.query, &release, maker, session) { release, row, pseudonym in
      let cells = release.cells(row, as: pseudonym)
      let citations = table.namesStudies ? try session.citations(of: cells.first?.written ?? "") : []
      writer.add(table.row(cells, citations))
      try sink.write(writer.drain())
    }
    writer.end()
    try sink.write(writer.drain())
    return (size, size.patients)
  }

  /// Reads a cohort while the registry stands still.
  private func reading(_ write: (ReadSession) throws -> (CohortSize, Int)) throws -> ExportReport {
    try RegistryError.wrapping {
      try database.read { session in
        let (size, rows) = try write(session)
        return ExportReport(size: size, rows: rows, head: try session.lastChange().head.text)
      }
    }
  }

  /// Tells the history what is handed out, when it identifies anybody; before it is, so that none leaves untold.
  private func record(_ files: [(name: String, digest: [UInt8])], _ order: ExportOrder, _ report: ExportReport) throws {
    if !order.profile.rule.isRecorded { return }
    let event = DocumentNode.map([
      ("profile", .text(order.profile.rawValue)), ("format", .text(order.format.rawValue)),
      ("criteria", .text(order.query.commandLine)), ("patients", .number(report.size.patients)),
      ("files", .list(files.map { .map([("name", .text($0.name)), ("sha256", .text($0.digest.hex))]) })),
    ])
    try change { try $0.record(.export, .event(event)) }
  }
}
