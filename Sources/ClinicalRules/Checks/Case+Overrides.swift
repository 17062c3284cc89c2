public import ClinicalModel

extension Case {
  /// Lets findings stand, with the reason for it.
  public mutating func override(_ findings: [CheckFinding], reason: String) throws(Fault) {
    for finding in findings where finding.override == nil {
      var annotation = Annotation()
      annotation.id = freeAnnotationID
      annotation.about = try CellPath(parsing: finding.paths.first ?? "cases/id")
      annotation.kind = .override
      annotation.reason = reason
      annotation.derivation = .curator
      annotation.rule = finding.check
      annotations.append(annotation)
    }
  }

  private var freeAnnotationID: String {
    let taken = Set(annotations.map(\.id))
    var number = annotations.count + 1
    while taken.contains("N\(number)") { number += 1 }
    return "N\(number)"
  }

  /// Takes over the overrides of a stored case that a file of it does not bring, as far as they were given for the values
  /// that the file has.
  public mutating func keepOverrides(of stored: CaseSnapshot, _ context: CheckContext) {
    guard stored.subject.annotations.contains(where: { $0.kind == .override }) else { return }
    let found = EditChecks.findings(in: stored, context)
    let (before, after) = (CellValues(of: stored.rows), CellValues(of: flatRows))
    for (index, annotation) in stored.subject.annotations.enumerated() where annotation.kind == .override {
      let isBrought = annotations.contains { $0.rule == annotation.rule && $0.about == annotation.about }
      guard !isBrought, let finding = found.first(where: { annotation.lets($0) }),
        finding.paths.allSatisfy({ before[$0] == after[$0] })
      else { continue }
      var kept = annotation
      if annotations.contains(where: { $0.id == kept.id }) { kept.id = freeAnnotationID }
      annotations.insert(kept, at: min(index, annotations.count))
    }
  }

  /// Takes overrides away that were given for other values than the case now has.
  ///
  /// - Parameter stored: the case as it was when they held.
  /// - Returns: what lapsed, with a field that changed.
  public mutating func dropLapsedOverrides(since stored: CaseSnapshot, _ context: CheckContext) -> [(
    check: String, changed: String
  )] {
    let known = Set(stored.subject.annotations.filter { $0.kind == .override })
    guard !known.isEmpty else { return [] }
    let found = EditChecks.findings(in: stored, context)
    let (before, after) = (CellValues(of: stored.rows), CellValues(of: flatRows))
    var lapsed: [(String, String)] = []
    annotations.removeAll { annotation in
      guard known.contains(annotation), let finding = found.first(where: { annotation.lets($0) }) else { return false }
      guard let changed = finding.paths.first(where: { before[$0] != after[$0] }) else { return false }
      lapsed.append((finding.check, changed))
      return true
    }
    return lapsed
  }
}

/// The values of a case by their paths.
private struct CellValues {
  private var values: [String: Scalar] = [:]

  init(of rows: [FlatRow]) {
    for row in rows {
      for (column, cell) in zip(row.schema.columns, row.cells) { values[row.path(of: column.name)] = cell }
    }
  }

  subscript(path: String) -> Scalar? { values[path] }
}
