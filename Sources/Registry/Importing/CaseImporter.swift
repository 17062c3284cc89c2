import ClinicalModel
import ClinicalRules
import Interchange
import Storage

/// Takes cases in one by one, inside the command's one transaction.
final class CaseImporter {
  let session: WriteSession
  let judge: AdmissionPolicy
  let options: ImportOptions
  var report = ImportReport()
  /// The bytes of all files.
  private var totalBytes = 0
  private var listed = 0

  /// More problems than anybody reads: the rest is not looked at.
  struct EnoughProblems: Error {}

  init(session: WriteSession, judge: AdmissionPolicy, options: ImportOptions) {
    self.session = session
    self.judge = judge
    self.options = options
  }

  /// Takes in the cases of files, which another thread reads and judges ahead.
  func read(_ ahead: ReadAhead) throws {
    totalBytes = ahead.totalBytes
    while let batch = try ahead.next() {
      for event in batch { try hear(event) }
    }
  }

  private func hear(_ event: ImportReader.Event) throws {
    switch event {
    case .begins(let paths): report.files += paths.map { ImportReport.File(path: $0) }
    case .holds(let incoming, let file, let bytes):
      try hear(.prepared(PreparedCase(incoming), file: file, bytes: bytes))
    case .prepared(let prepared, let file, let bytes):
      try take(prepared, file: file)
      options.progress?(ImportProgress(cases: report.cases, bytes: bytes, totalBytes: totalBytes))
    case .ends(let tallies, let problems):
      for tally in tallies {
        guard let index = report.files.lastIndex(where: { $0.path == tally.path }) else { continue }
        (report.files[index].rows, report.files[index].blank) = (tally.rows, tally.blank)
      }
      guard let problems else { return }
      report.problems.add(problems, file: "", caseID: "")
      if let last = report.files.indices.last { report.files[last].isWhole = false }
    }
  }

  func take(_ prepared: PreparedCase, file: String) throws {
    if options.isInterrupted?() == true { throw RegistryError.interrupted }
    let incoming = prepared.incoming
    var problems = Problems()
    let entry = try judged(prepared, &problems, file: file)
    report.problems.add(incoming.placing(problems), file: file, caseID: incoming.id)
    report.add(entry)
    tally(incoming, entry.outcome)
    if report.problems.count > Problems.limit, !options.keepsGood {
      if let last = report.files.indices.last { report.files[last].isWhole = false }
      throw EnoughProblems()
    }
  }

  private func tally(_ incoming: IncomingCase, _ outcome: ImportReport.Outcome) {
    let rowsByFile = incoming.sheet?.rowsByFile ?? [:]
    if rowsByFile.isEmpty {
      if let last = report.files.indices.last { report.files[last].outcomes[outcome, default: 0] += 1 }
    }
    for (path, rows) in rowsByFile {
      guard let index = report.files.lastIndex(where: { $0.path == path }) else { continue }
      report.files[index].outcomes[outcome, default: 0] += rows
    }
  }

  private func judged(
    _ prepared: PreparedCase, _ problems: inout Problems, file: String
  ) throws -> ImportReport.Entry {
    let incoming = prepared.incoming
    let id = incoming.id
    func entry(_ outcome: ImportReport.Outcome) -> ImportReport.Entry { .init(caseID: id, outcome: outcome) }
    if id.isEmpty {
      problems = prepared.problems
      return entry(.refused)
    }
    if let other = try session.claim(id, by: file) {
      problems = incoming.problems
      let place = other == file ? "twice in this file" : "in \(other) too"
      problems.add(
        Problem(path: "cases/id", Fault("the case \(id) stands \(place)", mend: "give each patient an id of its own")))
      return entry(.refused)
    }
    let stored = try prepared.stored ?? session.stored(id)
    switch options.onExisting {
    case .skip where stored != nil && incoming.problems.isEmpty: return entry(.skipped)
    case .refuse where stored != nil:
      problems = incoming.problems
      let fault = Fault(
        "there is a case \(id) already",
        mend: "leave it out, or write \(action: .set(.onExisting, to: "update")) or skip")
      problems.add(Problem(path: "cases/id", fault))
      return entry(.refused)
    case .update, .skip, .refuse: break
    }
    guard var snapshot = try snapshot(of: prepared, over: stored, &problems) else { return entry(.refused) }
    let known = stored == nil ? prepared.findings : nil
    guard let found = try judge.judge(&snapshot, over: stored, known: known, session.reading) else {
      try compare(incoming, with: snapshot, &problems)
      return entry(.unchanged)
    }
    problems.add(found, file: "", caseID: "")
    guard problems.isEmpty else { return entry(.refused) }
    do {
      let saved = try session.save(snapshot, over: stored)
      try compare(incoming, with: snapshot, &problems)
      return try told(id, saved, since: stored)
    } catch let problem as Problem {
      problems.add(problem)
      return entry(.refused)
    }
  }

  /// The case that comes in; nil when it cannot be one.
  private func snapshot(
    of prepared: PreparedCase, over stored: CaseSnapshot?, _ problems: inout Problems
  ) throws -> CaseSnapshot? {
    guard let stored else {
      problems = prepared.problems
      if prepared.incoming.isPseudonymous { problems.add(prepared.incoming.isNoCase) }
      return problems.isEmpty ? prepared.snapshot : nil
    }
    let laid =
      prepared.stored == nil ? PreparedCase(try withoutEchoes(prepared.incoming), over: stored) : prepared
    problems = laid.problems
    guard let snapshot = laid.snapshot else { return nil }
    checkNumbered(laid.incoming, snapshot, over: stored, &problems)
    return problems.isEmpty ? snapshot : nil
  }

  /// What became of a case; in a dry run with every field that would change.
  private func told(_ id: String, _ saved: WriteSession.Saved, since stored: CaseSnapshot?) throws -> ImportReport.Entry
  {
    let outcome: ImportReport.Outcome =
      switch saved {
      case .created: .created
      case .updated: .updated
      case .unchanged: .unchanged
      }
    var entry = ImportReport.Entry(caseID: id, outcome: outcome)
    if options.isDryRun, outcome != .unchanged, listed < ImportReport.mostEntries {
      let rows = try session.reading.fetchRow(id)?.flattened(of: Case.table.schema) ?? []
      let difference = CaseDifference(from: stored?.rows ?? [], to: rows)
      let told = difference.changes.filter { !$0.isPlaceOfNewRow }
      entry.changes = Array(told.prefix(ImportReport.mostEntries - listed))
      listed += entry.changes.count
    }
    return entry
  }
}

extension CaseDifference.Change {
  /// That a row is new shows in its fields.
  fileprivate var isPlaceOfNewRow: Bool { path.hasSuffix("/position") && old == .null }
}
