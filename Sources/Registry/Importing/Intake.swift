import ClinicalModel
import Interchange
import Storage

/// Takes cases in one by one, inside the command's one transaction.
final class Intake {
  let session: WriteSession
  let judge: Judge
  let options: ImportOptions
  var report = ImportReport()
  /// The bytes of all files.
  var totalBytes = 0
  private var bytes = 0
  private var listed = 0

  /// More problems than anybody reads: the rest is not looked at.
  struct EnoughProblems: Error {}

  init(session: WriteSession, judge: Judge, options: ImportOptions) {
    self.session = session
    self.judge = judge
    self.options = options
  }

  func read(_ input: ImportInput, mapping: SheetMapping?) throws {
    switch input {
    case .cases(let file, let format):
      try reading(file) { source in
        try format.read(source) { incoming in
          report.files[report.files.count - 1].rows += 1
          try take(incoming, file: file.path)
        }
      }
      let last = report.files.count - 1
      if report.files[last].rows == 0, report.files[last].isWhole {
        report.problems.add(Problem(file: file.path, Fault("the file holds no case", mend: "begin with id: …")))
      }
    case .sheet(let file):
      try reading(file) { source in
        var sheet = try WideSheet(source, mapping: mapping)
        let last = report.files.count - 1
        while let incoming = try sheet.next() {
          (report.files[last].rows, report.files[last].blank) = (sheet.rows, sheet.blank)
          try take(incoming, file: file.path)
        }
        (report.files[last].rows, report.files[last].blank) = (sheet.rows, sheet.blank)
      }
    case .tables(let files): try read(tables: files)
    }
  }

  /// Reads one file; what cannot be read of it is a problem of the report.
  private func reading(_ file: InputFile, _ body: (ByteSource) throws -> Void) throws {
    report.files.append(ImportReport.File(path: file.path))
    do {
      try body(try source(of: file))
    } catch {
      report.files[report.files.count - 1].isWhole = false
      report.problems.add(try Problems(error, file: file.path), file: "", caseID: "")
    }
  }

  private func read(tables files: [InputFile]) throws {
    let first = report.files.count
    report.files += files.map { ImportReport.File(path: $0.path) }
    do {
      let opened = files.map { file in
        LongSheets.File(name: file.name, path: file.path) { try self.source(of: file) }
      }
      var sheets = try LongSheets(opened)
      defer {
        for tally in sheets.tallies {
          guard let index = report.files.firstIndex(where: { $0.path == tally.path }) else { continue }
          (report.files[index].rows, report.files[index].blank) = (tally.rows, tally.blank)
        }
      }
      while let incoming = try sheets.next() { try take(incoming, file: "") }
    } catch {
      for index in report.files.indices.dropFirst(first) { report.files[index].isWhole = false }
      report.problems.add(try Problems(error, file: ""), file: "", caseID: "")
    }
  }

  private func source(of file: InputFile) throws -> ByteSource {
    let pieces = try file.pieces()
    return ByteSource { [weak self] in
      let piece = try pieces.next()
      self?.bytes += piece.count
      return piece
    }
  }

  func take(_ incoming: IncomingCase, file: String) throws {
    if options.isInterrupted?() == true { throw RegistryError.interrupted }
    var problems = incoming.problems
    let entry = try judged(incoming, &problems, file: file)
    var placed = Problems()
    for problem in problems.kept { placed.add(incoming.placing(problem)) }
    for notice in problems.notices { placed.notice(incoming.placing(notice)) }
    report.problems.add(placed, file: file, caseID: incoming.id)
    report.add(entry)
    tally(incoming, entry.outcome)
    options.progress?(ImportProgress(cases: report.cases, bytes: bytes, totalBytes: totalBytes))
    if report.problems.count > Problems.limit, !options.keepsGood {
      if let last = report.files.indices.last { report.files[last].isWhole = false }
      throw EnoughProblems()
    }
  }

  private func tally(_ incoming: IncomingCase, _ outcome: ImportReport.Outcome) {
    if incoming.rowsByFile.isEmpty {
      if let last = report.files.indices.last { report.files[last].outcomes[outcome, default: 0] += 1 }
    }
    for (path, rows) in incoming.rowsByFile {
      guard let index = report.files.firstIndex(where: { $0.path == path }) else { continue }
      report.files[index].outcomes[outcome, default: 0] += rows
    }
  }

  private func judged(
    _ incoming: IncomingCase, _ problems: inout Problems, file: String
  ) throws -> ImportReport.Entry {
    let id = incoming.id
    func entry(_ outcome: ImportReport.Outcome) -> ImportReport.Entry { .init(caseID: id, outcome: outcome) }
    if id.isEmpty, !problems.isEmpty { return entry(.refused) }
    if !id.isEmpty, let other = try session.claim(id, by: file) {
      let place = other == file ? "twice in this file" : "in \(other) too"
      problems.add(
        Problem(path: "cases/id", Fault("the case \(id) stands \(place)", mend: "give each patient an id of its own")))
      return entry(.refused)
    }
    let stored = id.isEmpty ? nil : try session.reading.fetchStored(id)
    switch options.onExisting {
    case .skip where stored != nil && problems.isEmpty: return entry(.skipped)
    case .refuse where stored != nil:
      let fault = Fault("there is a case \(id) already", mend: "leave it out, or write --on-existing update or skip")
      problems.add(Problem(path: "cases/id", fault))
    case .update, .skip, .refuse: break
    }
    let row = try row(of: incoming, over: stored, &problems)
    let subject = Case.read(row, &problems)
    guard problems.isEmpty else { return entry(.refused) }
    var whole = WholeCase(subject)
    guard let found = try judge.judge(&whole, over: stored?.subject, session.reading) else {
      try compare(incoming, with: stored?.subject ?? subject, &problems)
      return entry(.unchanged)
    }
    problems.add(found, file: "", caseID: "")
    guard problems.isEmpty else { return entry(.refused) }
    do {
      let saved = try session.save(whole, over: stored?.subject)
      try compare(incoming, with: whole.subject, &problems)
      return try told(id, saved, since: stored)
    } catch let problem as Problem {
      problems.add(problem)
      return entry(.refused)
    }
  }

  /// What became of a case; in a dry run with every field that would change.
  private func told(_ id: String, _ saved: WriteSession.Saved, since stored: StoredCase?) throws -> ImportReport.Entry {
    let outcome: ImportReport.Outcome =
      switch saved {
      case .created: .created
      case .updated: .updated
      case .unchanged: .unchanged
      }
    var entry = ImportReport.Entry(caseID: id, outcome: outcome)
    if options.isDryRun, outcome != .unchanged, listed < ImportReport.mostEntries {
      let rows = try session.reading.fetchRow(id)?.kept(of: Case.table.schema) ?? []
      let difference = CaseDifference(from: stored?.row.kept(of: Case.table.schema) ?? [], to: rows)
      entry.changes = Array(difference.changes.prefix(ImportReport.mostEntries - listed))
      listed += entry.changes.count
    }
    return entry
  }
}
