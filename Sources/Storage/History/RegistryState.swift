import ClinicalModel
internal import GRDB
import Syntax

/// What a registry holds beside its cases and what is derived from them: its id, the fingerprint of its key, links,
/// cohorts, lists of codes. Each value stands under a path, as in a case.
struct RegistryState: Hashable {
  private(set) var values: [String: Scalar] = [:]

  mutating func set(_ path: String, _ value: Scalar) { values[path] = value == .null ? nil : value }

  /// The way from another state to this one, in the order of the paths.
  func difference(since other: RegistryState) -> CaseDifference {
    let paths = Set(values.keys).union(other.values.keys).sorted()
    return CaseDifference(
      paths.compactMap { path in
        let (old, new) = (other.values[path] ?? .null, values[path] ?? .null)
        return old == new ? nil : CaseDifference.Change(path: path, old: old, new: new)
      })
  }
}

extension ReadSession {
  /// What is stored beside the cases. Of a list of codes its size and a hash are told: a list may be long.
  func registryState() throws -> RegistryState {
    var state = RegistryState()
    for (index, row) in try Row.fetchAll(db, sql: "SELECT id, pseudonym_key FROM registry ORDER BY id").enumerated() {
      let place = index == 0 ? "registry" : "registry/\(index + 1)"
      state.set("\(place)/id", Scalar(row[0]))
      state.set("\(place)/pseudonym_key", Scalar(row[1]))
    }
    try add(.cohorts, keys: 1, to: &state)
    try add(.caseLinks, keys: 2, to: &state)
    var digests: [String: (codes: Int64, digest: Digest)] = [:]
    let columns = RegistryTable.codes.columns.map(\.name).joined(separator: ", ")
    let cursor = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM codes ORDER BY list, code")
    while let row = try cursor.next() {
      var (codes, digest) = digests[try row.value(0, of: "codes")] ?? (0, Digest(.codes, []))
      for column in 1..<RegistryTable.codes.columns.count { digest.add(Scalar(row[column])) }
      codes += 1
      digests[try row.value(0, of: "codes")] = (codes, digest)
    }
    for (list, (codes, digest)) in digests {
      state.set("codes/\(list)/codes", .integer(codes))
      state.set("codes/\(list)/sha256", .text(digest.sha256.hex))
    }
    return state
  }

  private func add(_ table: RegistryTable, keys: Int, to state: inout RegistryState) throws {
    let columns = table.columns.map(\.name).joined(separator: ", ")
    let cursor = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM \(table.name)")
    while let row = try cursor.next() {
      let key = (0..<keys).map { Scalar(row[$0]).written ?? "" }.joined(separator: ".")
      for (index, column) in table.columns.enumerated().dropFirst(keys) {
        state.set("\(table.name)/\(key)/\(column.name)", Scalar(row[index]))
      }
    }
  }
}

/// What a registry holds beside its cases, as the history tells it.
struct ReplayedRegistry {
  private(set) var state = RegistryState()

  /// Follows one revision that tells of no case.
  ///
  /// - Parameter report: hears of a change that does not follow from what was before.
  mutating func follow(_ revision: Revision, _ report: (Deviation) -> Void) throws {
    switch try revision.told {
    case .changes(let difference):
      for change in difference.changes {
        let told = state.values[change.path] ?? .null
        if told.written != change.old.written { report(Deviation(from: told, to: change, in: revision)) }
        state.set(change.path, change.new)
      }
    case .event(let node) where revision.schema < 20: followOld(revision.action, node)
    case .event, .newCase, nil: return
    }
  }

  /// Before schema 20 a revision told the definition of a cohort and the size of a list of codes, as objects.
  private mutating func followOld(_ action: String, _ node: DocumentNode) {
    switch Revision.Action(rawValue: action) {
    case .cohort: state.set("cohorts/\(node["cohort"]?.written ?? "")/definition", node["definition"] ?? .null)
    case .codes: state.set("codes/\(node["list"]?.written ?? "")/codes", node["codes"] ?? .null)
    case .create, .update, .withdraw, .reinstate, .export, .adopt, .begin, .migrate, .key, .accept, nil: break
    }
  }
}
