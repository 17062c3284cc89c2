import ClinicalModel
import Interchange
import Storage
import Syntax

extension CaseRegistry {
  /// Brings in the cases of files and directories: all or none, unless what is right is to be kept.
  ///
  /// - Returns: what became of each; ``ImportReport/isStored`` says whether anything was changed.
  public func importFiles(_ paths: [String], _ options: ImportOptions = ImportOptions()) throws -> ImportReport {
    let inputs = try paths.flatMap { try ImportInput.expand($0, as: options.format) }
    let mapping = try options.mapping.map { path in
      do {
        return try SheetMapping(try InputFile(path: path).bytes())
      } catch {
        throw RegistryError.refused(try Problems(error, file: path))
      }
    }
    let ahead = try ReadAhead(inputs, mapping: mapping, today: curator.today)
    return try intake(options) { try $0.read(ahead) }
  }

  /// A mapping for a sheet, to be completed by hand.
  ///
  /// - Parameter advice: one line in it for whoever completes it: what a field is.
  /// - Throws: ``RegistryError/refused(_:)`` when it is no sheet.
  public static func suggestedMapping(for path: String, _ advice: String) throws -> String {
    let pieces = try InputFile(path: path).pieces()
    do {
      return try MappingDraft(ByteSource { try pieces.next() }).text(advice)
    } catch {
      throw RegistryError.refused(try Problems(error, file: path))
    }
  }

  /// Takes cases in, all or none.
  ///
  /// - Parameter isByHand: somebody types the case.
  /// - Returns: the report; nothing was changed when it has problems, unless what is right is to be kept.
  func intake(
    _ options: ImportOptions, isByHand: Bool = false, _ body: (CaseImporter) throws -> Void
  ) throws -> ImportReport {
    if options.asReported, curator.reason == nil {
      throw RegistryError.usage(
        Fault("\(action: .set(.asReported)) needs a reason", mend: "add \(action: .set(.reason, to: "TEXT"))"))
    }
    let judge = AdmissionPolicy(curator: curator, asReported: options.asReported, isByHand: isByHand)
    do {
      let report = try change { session in
        try session.beginClaims()
        let intake = CaseImporter(session: session, judge: judge, options: options)
        do { try body(intake) } catch is CaseImporter.EnoughProblems {}
        intake.report.isDryRun = options.isDryRun
        let isRefused = !intake.report.problems.isEmpty && !options.keepsGood
        if isRefused || options.isDryRun {
          intake.report.isStored = false
          throw Undone(report: intake.report)
        }
        return intake.report
      }
      if report.count(.updated) > 0, curator.reason == nil { noteMissingReason() }
      return report
    } catch let undone as Undone {
      return undone.report
    }
  }

  /// Ends the transaction of an import without a trace.
  private struct Undone: Error { let report: ImportReport }
}

extension ImportReport {
  /// - Throws: ``RegistryError/refused(_:)`` when something was refused.
  func unlessRefused() throws -> ImportReport {
    if !problems.isEmpty { throw RegistryError.refused(problems) }
    return self
  }
}

extension Problems {
  /// What an error of a reader says of its file.
  init(_ error: any Error, file: String) throws {
    self.init()
    switch error {
    case let problem as Problem:
      var found = Problems()
      found.add(problem)
      add(found, file: file, caseID: "")
    case let problems as Problems: add(problems, file: file, caseID: "")
    case _: throw error
    }
  }
}
