import ClinicalModel
import ClinicalRules

/// Publications are shared: one that is stored already is that one, whatever id it brings.
///
/// A publication that other cases cite too must be told as it is stored, or add what was missing; one that only this
/// case cites is this case's to change (docs/decisions/0011-shared-sources.md).
struct SharedSources {
  let reading: ReadSession

  /// - Returns: the other cases whose sources learn something new from this one.
  func unify(in subject: inout Case) throws -> [String] {
    var learning: Set<String> = []
    for index in subject.sources.indices {
      let given = subject.sources[index]
      let known = try reading.storedIDs(of: given)
      guard let id = known.first else { continue }
      if let other = known.first(where: { $0 != id }) { throw Self.twoInOne(given, id, other) }
      if id != given.id { subject.rename(source: index, to: id) }
      let citing = try reading.cases(citing: id)
      if citing.isEmpty { throw StorageError.damaged("sources/\(id): no case cites it, so psoas did not store it") }
      let others = citing.filter { $0 != subject.id }
      guard let other = others.first,
        let stored = try reading.fetchCase(other)?.subject.sources.first(where: { $0.id == id })
      else { continue }
      let merged = try merge(subject.sources[index], into: stored, citedBy: other)
      if !merged.isSamePublication(as: stored) { learning.formUnion(others) }
      subject.sources[index] = merged
    }
    for (index, source) in subject.sources.enumerated() {
      if subject.sources[..<index].contains(where: { $0.isOne(with: source) }) { throw Self.oneInTwo(source) }
    }
    return learning.sorted()
  }

  private static func twoInOne(_ given: Source, _ first: String, _ second: String) -> Problem {
    Problem(
      path: Source.table.schema.path(row: given.id, column: "doi"),
      Fault(
        "its DOI is that of \(first), its PubMed id that of \(second)",
        mend: "check both; they are stored as two publications"))
  }

  private static func oneInTwo(_ source: Source) -> Problem {
    Problem(
      path: "\(Source.table.schema.name)/\(source.id)",
      Fault(
        "this publication stands twice in the case", mend: "keep one; its DOI, PubMed id or id is that of the other"))
  }

  private func merge(_ given: Source, into stored: Source, citedBy other: String) throws -> Source {
    let schema = Source.table.schema
    var merged = given.plain
    for (index, column) in schema.columns.enumerated() where schema.link?.columns.contains(column.name) != true {
      let old = stored.plain.cells[index]
      if merged.cells[index] == .null {
        merged.cells[index] = old
      } else if old != .null, old != merged.cells[index] {
        throw Problem(
          path: schema.path(row: given.id, column: column.name),
          Fault(
            "\(column.name) is \((merged.cells[index].written ?? "").quoted) here and \((old.written ?? "").quoted) in \(other), for the same source",
            mend: "make the two agree; if these are two publications, give each its own DOI and id"))
      }
    }
    var problems = Problems()
    return Source(merged, &problems)
  }
}

extension Source {
  fileprivate func isOne(with other: Source) -> Bool {
    id == other.id || (doi != nil && doi == other.doi) || (pmid != nil && pmid == other.pmid)
  }

  /// Equal in everything but what ties it to a case.
  fileprivate func isSamePublication(as other: Source) -> Bool {
    var mine = self
    mine.label = other.label
    mine.role = other.role
    return mine == other
  }
}

extension Case {
  /// Gives a source another id, also where annotations name it.
  fileprivate mutating func rename(source index: Int, to id: String) {
    let old = sources[index].id
    sources[index].id = id
    for position in annotations.indices { annotations[position].rename(source: old, to: id) }
  }
}
