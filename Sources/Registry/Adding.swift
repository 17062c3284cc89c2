public import ClinicalModel
import Interchange

/// A case as the options of one command tell it.
public struct CaseOptions: Sendable {
  /// The id; made at random when none is given.
  public var id: String?
  /// Fields of the case itself, by name.
  public var fields: [(name: String, value: String)] = []
  public var age: String?
  public var ageAt: String?
  public var primarySite: String?
  public var histology: String?
  public var driverGenes: [String] = []
  public var genes: [String] = []
  public var noDriverDetected = false
  /// Rows of the lists of a case file (`lesions`), as `field=value,field=value`.
  public var rows: [(list: String, pairs: String)] = []

  public init() {}

  /// Judges the options as a case file is judged.
  ///
  /// - Throws: ``RegistryError/usage(_:)`` for an option that cannot be read.
  public func read() throws -> (subject: Case, problems: Problems) {
    do {
      return try draft().read()
    } catch {
      throw RegistryError.usage(error)
    }
  }

  private func draft() throws(Fault) -> CaseDraft {
    guard !noDriverDetected || driverGenes.isEmpty else {
      throw Fault(
        "--no-driver-detected contradicts --driver-gene",
        mend: "keep one of the two, or tell the tests apart with --test")
    }
    var draft = CaseDraft(id: id ?? Self.randomID())
    for field in fields { draft.set(field.name, field.value) }
    if let age { try draft.setAge(age, at: ageAt) } else if let ageAt { draft.set("age_at", ageAt) }
    var tumour: [String] = []
    if let primarySite { tumour.append("site=\"\(primarySite)\"") }
    if let histology { tumour.append("histology=\"\(histology)\"") }
    if !tumour.isEmpty { try draft.add("primary_tumours", tumour.joined(separator: ",")) }
    for row in rows { try draft.add(row.list, row.pairs) }
    try draft.addGenes(driverGenes, genes)
    if noDriverDetected { try draft.add("molecular_tests", "scope=unspecified,outcome=no_driver_detected") }
    return draft
  }

  private static func randomID() -> String {
    "case-" + (0..<8).map { _ in String("abcdefghjkmnpqrstuvwxyz23456789".randomElement() ?? "x") }.joined()
  }
}
