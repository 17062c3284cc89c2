import ClinicalModel
public import ClinicalRules
import Storage

/// A question with a name.
public struct NamedCohort: Sendable {
  public let name: String
  public let query: CaseQuery
  /// When it was saved, UTC, ISO 8601.
  public let created: String
  /// What it is for.
  public let note: String?

  fileprivate init(_ stored: StoredCohort) throws {
    name = stored.name
    created = stored.created
    note = stored.note
    do {
      query = try CaseQuery(definition: stored.definition)
    } catch {
      throw RegistryError.damaged(
        Fault(
          "the cohort \(stored.name) holds what this psoas cannot ask: \(error.what)",
          mend: "delete it and save it anew"))
    }
  }
}

extension CaseRegistry {
  /// All named cohorts, by name.
  public func cohorts() throws -> [NamedCohort] {
    try RegistryError.wrapping { try database.read { try $0.cohorts() } }.map(NamedCohort.init)
  }

  /// - Throws: ``RegistryError/noInput(_:)`` with the nearest known names when there is none of this name.
  public func cohort(named name: String) throws -> NamedCohort {
    let stored = try RegistryError.wrapping { try database.read { try $0.cohorts() } }
    guard let found = stored.first(where: { $0.name == name }) else {
      let names = stored.map(\.name)
      throw RegistryError.noInput(
        Fault(
          "there is no cohort \(name.quoted)",
          mend: names.isEmpty
            ? "\(action: .run(.saveCohort(name: "NAME"))) keeps one" : Suggestion.sentence(for: name, among: names)))
    }
    return try NamedCohort(found)
  }

  /// Keeps a question under a name.
  ///
  /// - Parameter replacing: whether another question of this name may go.
  /// - Throws: ``RegistryError/usage(_:)`` for a name that cannot be one, or that another question has.
  public func save(_ query: CaseQuery, as name: String, note: String?, replacing: Bool) throws {
    do { _ = try Identifier(parsing: name) } catch { throw RegistryError.usage(error) }
    try change { session in
      let old = try session.reading.cohorts().first { $0.name == name }
      if let old, old.definition == query.definition, note == nil || old.note == note { return }
      if old != nil, !replacing {
        throw RegistryError.usage(
          Fault(
            "there is a cohort \(name) already", mend: "save it under another name, or write \(action: .set(.replace))")
        )
      }
      try session.keep(
        StoredCohort(name: name, definition: query.definition, created: curator.now(), note: note ?? old?.note))
    }
  }

  /// Forgets a named cohort; its cases stay.
  ///
  /// - Throws: as ``cohort(named:)``.
  public func deleteCohort(_ name: String) throws {
    _ = try cohort(named: name)
    try change { try $0.deleteCohort(name) }
  }
}

extension CaseRegistry {
  /// Named cohorts, a line each, with how many patients each finds now.
  public func listing(of cohorts: [NamedCohort]) throws -> ResultTable {
    let kept = RegistryTable.cohorts.columns.filter { $0.name != "definition" }
    return ResultTable(
      columns: [kept[0]] + [
        Column("patients", "Patients", kind: .integer, privacy: .safe, meaning: "Patients that it finds now."),
        Column("reports", "Reports", kind: .integer, privacy: .safe, meaning: "Reports of these patients."),
        Column(
          "criteria", "Criteria", kind: .text, privacy: .safe, meaning: "The criteria, to be typed again."),
      ] + kept.dropFirst(),
      rows: try cohorts.map { cohort in
        let size = try size(of: cohort.query)
        return [
          .text(cohort.name), .integer(Int64(size.patients)), .integer(Int64(size.reports)),
          .text(cohort.query.commandLine), .text(cohort.created), cohort.note.map(Scalar.text) ?? .null,
        ]
      })
  }
}
