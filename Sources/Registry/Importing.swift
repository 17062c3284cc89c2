public import ClinicalModel
import Interchange
import Storage

/// What an import came to.
public struct ImportReport: Sendable {
  /// What became of one case.
  public struct Entry: Sendable {
    public enum Outcome: String, Sendable { case created, updated, unchanged }
    public let caseID: String
    public let outcome: Outcome
  }

  public internal(set) var entries: [Entry] = []
  /// What is worth a look, and kept nothing out.
  public internal(set) var notices: [Problem] = []

  /// How many cases came to this.
  public func count(_ outcome: Entry.Outcome) -> Int { entries.count { $0.outcome == outcome } }
}

extension CaseRegistry {
  /// Brings in the cases of files and directories, all or none.
  ///
  /// - Parameter asReported: what the checks call an error is stored with the reason of the command.
  /// - Throws: ``RegistryError/refused(_:)`` with every problem of every file; nothing was changed then.
  public func importFiles(_ paths: [String], asReported: Bool = false) throws -> ImportReport {
    let files = try paths.flatMap { try InputFile.expand($0) { CaseFile(fileName: $0) != nil } }
    return try intake(asReported: asReported) { intake in
      for file in files { try intake.read(file) }
    }
  }

  /// Takes cases in, all or none.
  ///
  /// - Parameter isByHand: somebody types the case.
  func intake(
    asReported: Bool, isByHand: Bool = false, _ body: (Intake) throws -> Void
  ) throws -> ImportReport {
    if asReported, curator.reason == nil {
      throw RegistryError.usage(Fault("--as-reported needs a reason", mend: "add --reason TEXT"))
    }
    let judge = Judge(curator: curator, asReported: asReported, isByHand: isByHand)
    return try change { session in
      let intake = Intake(session: session, judge: judge)
      try body(intake)
      if !intake.problems.isEmpty { throw RegistryError.refused(intake.problems) }
      intake.report.notices = intake.problems.notices
      if intake.report.count(.updated) > 0, curator.reason == nil { noteMissingReason() }
      return intake.report
    }
  }
}

/// Takes cases in one by one, inside the command's one transaction.
final class Intake {
  let session: WriteSession
  let judge: Judge
  var report = ImportReport()
  var problems = Problems()
  private var files: [String: String] = [:]

  init(session: WriteSession, judge: Judge) {
    self.session = session
    self.judge = judge
  }

  func read(_ file: InputFile) throws {
    let bytes = try file.bytes()
    guard let format = CaseFile(fileName: file.path) else {
      throw RegistryError.usage(
        Fault("the ending of \(file.path) is not known", mend: "case files end in .yaml, .json or .ndjson"))
    }
    do {
      var cases = 0
      try format.read(bytes) { subject, problems in
        cases += 1
        try take(subject, problems, file: file.path)
      }
      if cases == 0 {
        problems.add(Problem(file: file.path, Fault("the file holds no case", mend: "begin with id: …")))
      }
    } catch var problem as Problem {
      problem.file = file.path
      problems.add(problem)
    }
  }

  func take(_ subject: Case, _ found: Problems, file: String) throws {
    problems.add(found, file: file, caseID: subject.id)
    guard found.isEmpty else { return }
    if let other = files.updateValue(file, forKey: subject.id) {
      let place = other == file ? "twice in this file" : "in \(other) too"
      problems.add(
        Problem(file: file, Fault("the case \(subject.id) stands \(place)", mend: "give each patient an id of its own"))
      )
      return
    }
    var subject = subject
    guard let judged = try judge.judge(&subject, session.reading) else {
      report.entries.append(ImportReport.Entry(caseID: subject.id, outcome: .unchanged))
      return
    }
    problems.add(judged, file: file, caseID: subject.id)
    guard judged.isEmpty else { return }
    do {
      let outcome: ImportReport.Entry.Outcome =
        switch try session.save(subject) {
        case .created: .created
        case .updated: .updated
        case .unchanged: .unchanged
        }
      report.entries.append(ImportReport.Entry(caseID: subject.id, outcome: outcome))
    } catch let problem as Problem {
      var found = Problems()
      found.add(problem)
      problems.add(found, file: file, caseID: subject.id)
    }
  }
}
