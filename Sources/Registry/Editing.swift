public import ClinicalModel
import ClinicalRules
import Interchange
import Storage

extension CaseRegistry {
  /// Adds one case.
  ///
  /// - Parameter patch: the case; without an id it gets one at random.
  /// - Throws: ``RegistryError/usage(_:)`` for a path that names nothing, ``RegistryError/options(_:)`` with every value
  ///   that does not fit, ``RegistryError/refused(_:)`` when the id is taken.
  public func add(_ patch: CasePatch, asReported: Bool = false) throws -> ImportReport {
    var patch = patch
    if patch.id.isEmpty { patch.id = randomID() }
    let prepared = try PreparedCase(IncomingCase(patch)).checked()
    return try byHand(asReported: asReported) { intake in
      if try intake.session.reading.holds(prepared.incoming.id) {
        let fault = Fault(
          "there is a case \(prepared.incoming.id) already", mend: "give the new one another \(action: .set(.caseID))")
        intake.report.problems.add(Problem(fault))
        return
      }
      try intake.take(prepared.judged(today: curator.today), file: "")
    }
  }

  /// Changes one stored case.
  ///
  /// - Throws: as ``add(_:asReported:)``; ``RegistryError/noInput(_:)`` when there is no such case.
  public func edit(_ patch: CasePatch, asReported: Bool = false) throws -> ImportReport {
    try byHand(asReported: asReported) { intake in
      guard let stored = try intake.session.stored(patch.id) else {
        throw try Self.noCase(patch.id, intake.session.reading)
      }
      try intake.take(try PreparedCase(IncomingCase(patch), over: stored).checked(), file: "")
    }
  }

  /// Changes one stored case as its case file, which somebody edits.
  ///
  /// - Parameter open: opens the file of this path and comes back when it is edited.
  /// - Throws: as ``importFiles(_:)``, also when the case was changed meanwhile; the file is then kept, and its place told.
  public func edit(_ id: String, open: (String) throws -> Void) throws -> ImportReport {
    let (text, seq) = try textAndSeq(of: id)
    let state = StateDirectory(path: curator.state)
    let file = try state.newScratchFile(id, "yaml")
    try OutputFile(path: file).write(Array(text.utf8))
    do {
      try open(file)
      let ahead = try ReadAhead(
        [ImportInput(files: [InputFile(path: file)], format: .yaml)], mapping: nil, today: curator.today)
      let report = try byHand(asReported: false) { intake in
        guard try intake.session.reading.lastSeq(of: id) == seq else { throw ChangedMeanwhile() }
        try intake.read(ahead)
        if let other = intake.report.entries.first(where: { $0.caseID != id }) {
          let fault = Fault("the id is now \(other.caseID)", mend: "an id stays; write id: \(id)")
          intake.report.problems.add(Problem(file: file, fault))
        }
      }
      try InputFile(path: file).remove()
      return report
    } catch RegistryError.refused(let problems) {
      curator.note("your text is kept; mend it and type: \(action: .run(.import(file: file)))")
      throw RegistryError.refused(problems)
    } catch is ChangedMeanwhile {
      let now = try state.newScratchFile("\(id)-stored", "yaml")
      try OutputFile(path: now).write(Array(try CaseFile.yaml.text(of: try snapshot(of: id).row).utf8))
      var problems = Problems()
      problems.add(
        Problem(
          path: id,
          Fault(
            "the case was changed while you edited it; your text is kept in \(file), and the case as it is now in \(now)",
            mend:
              "diff \(now) \(file) shows the difference, \(action: .run(.history(case: id))) who changed it; edit it again"
          )))
      throw RegistryError.refused(problems)
    }
  }

  /// Somebody else has saved the case that is being edited.
  private struct ChangedMeanwhile: Error {}

  /// A case as its file, and its last revision.
  private func textAndSeq(of id: String) throws -> (String, Int64?) {
    try RegistryError.wrapping {
      try database.read { session in
        guard let row = try session.fetchRow(id) else { throw try Self.noCase(id, session) }
        return (try CaseFile.yaml.text(of: row), try session.lastSeq(of: id))
      }
    }
  }

  private func byHand(asReported: Bool, _ body: (CaseImporter) throws -> Void) throws -> ImportReport {
    var options = ImportOptions()
    options.asReported = asReported
    return try intake(options, isByHand: true, body).unlessRefused()
  }

  private func randomID() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    return "case-" + curator.random(8).map { String(letters[Int($0) % letters.count]) }.joined()
  }
}

extension CaseRegistry {
  /// Hides a case from every cohort; it is kept whole.
  ///
  /// - Returns: false when it was hidden already.
  public func withdraw(_ id: String) throws -> Bool {
    if curator.reason == nil { noteMissingReason() }
    return try change { session in
      let stored = try Self.stored(id, session)
      var subject = stored.subject
      if subject.status == .withdrawn { return false }
      subject.status = .withdrawn
      return try session.save(stored.with(subject), over: stored, as: .withdraw) == .updated
    }
  }

  /// Brings a withdrawn case back, with the status that it had before.
  ///
  /// - Returns: false when it was not withdrawn.
  public func reinstate(_ id: String) throws -> Bool {
    if curator.reason == nil { noteMissingReason() }
    return try change { session in
      let stored = try Self.stored(id, session)
      var subject = stored.subject
      guard subject.status == .withdrawn else { return false }
      subject.status = try session.reading.statusBeforeWithdrawal(of: id)
      return try session.save(stored.with(subject), over: stored, as: .reinstate) == .updated
    }
  }

  private static func stored(_ id: String, _ session: WriteSession) throws -> CaseSnapshot {
    guard let found = try session.stored(id) else { throw try noCase(id, session.reading) }
    return found
  }
}

extension PreparedCase {
  /// - Throws: what is wrong with it, as a fault of the options that tell it.
  fileprivate func checked() throws -> PreparedCase {
    if let fault { throw RegistryError.usage(fault) }
    if !problems.isEmpty { throw RegistryError.options(problems) }
    return self
  }
}
