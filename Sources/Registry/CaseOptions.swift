public import ClinicalModel
import Interchange

/// A case as the options of one command tell it: what they add to a case, and what they change in it.
public struct CaseOptions: Sendable {
  /// Fields of the case itself, by name.
  public var fields: [(name: String, value: String)] = []
  /// Fields of the case itself, as `field=value,field=value`.
  public var pairs: [String] = []
  public var age: String?
  public var ageAt: String?
  public var primarySite: String?
  public var histology: String?
  public var driverGenes: [String] = []
  public var genes: [String] = []
  public var noDriverDetected = false
  /// Rows of a table, as `field=value,field=value`.
  public var rows: [(table: Schema, pairs: String)] = []
  /// Fields of stored rows, as `path=value`.
  public var sets: [String] = []
  /// Paths of fields to empty.
  public var unsets: [String] = []
  /// Paths of rows to take away.
  public var removals: [String] = []

  public init() {}

  /// Whether they say anything.
  public var isEmpty: Bool {
    let single = [age, ageAt, primarySite, histology].allSatisfy { $0 == nil } && !noDriverDetected
    return single && fields.isEmpty && rows.isEmpty
      && [pairs, driverGenes, genes, sets, unsets, removals].allSatisfy(\.isEmpty)
  }

  func fill(_ draft: inout CaseDraft) throws(Fault) {
    guard !noDriverDetected || driverGenes.isEmpty else {
      throw Fault(
        "--no-driver-detected contradicts --driver-gene",
        mend: "keep one of the two, or tell the tests apart with --test")
    }
    for path in removals { try draft.remove(path) }
    for path in unsets { try draft.unset(path) }
    for pair in sets { try draft.set(pair: pair) }
    for field in fields { try draft.set(field.name, field.value) }
    for told in pairs { try draft.set(pairs: told) }
    if let age { try draft.setAge(age, at: ageAt) } else if let ageAt { try draft.set("age_at", ageAt) }
    var tumour: [String] = []
    if let primarySite { tumour.append("site=\"\(primarySite)\"") }
    if let histology { tumour.append("histology=\"\(histology)\"") }
    if !tumour.isEmpty { try draft.add(PrimaryTumour.table.schema, tumour.joined(separator: ",")) }
    for row in rows { try draft.add(row.table, row.pairs) }
    try draft.addGenes(driverGenes, genes)
    if noDriverDetected {
      try draft.add(MolecularTest.table.schema, "scope=unspecified,outcome=no_driver_detected")
    }
  }
}
