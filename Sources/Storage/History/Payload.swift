package import ClinicalModel
package import Syntax

/// What a revision tells, as its payload keeps it (docs/reference/event-log.md).
package enum Payload: Sendable {
  /// What changed, field by field.
  case changes(CaseDifference)
  /// A case that came in whole.
  case newCase([FlatRow])
  /// What was done with the registry and changed nothing in it: a map.
  case event(DocumentNode)

  /// Reads what a revision keeps.
  ///
  /// - Throws: `damaged` for a text that is no payload.
  init(_ text: String) throws {
    do {
      let node = try JSONReader.read(Array(text.utf8))
      if case .list(let changes) = node.content {
        self = .changes(CaseDifference(try changes.map(Self.change)))
      } else {
        self = .event(node)
      }
    } catch is Problem {
      throw StorageError.damaged("revisions/payload")
    }
  }

  private static func change(_ node: DocumentNode) throws -> CaseDifference.Change {
    guard case .list(let parts) = node.content, parts.count == 3, let path = parts[0].single?.written,
      let old = parts[1].single, let new = parts[2].single
    else { throw StorageError.damaged("revisions/payload") }
    return CaseDifference.Change(path: path, old: old, new: new)
  }

  /// The payload as it is kept: JSON without spaces.
  var text: String {
    switch self {
    case .changes(let difference):
      JSONWriter.dense(
        .list(
          difference.changes.map { change in
            .list([.text(change.path), DocumentNode(.scalar(change.old)), DocumentNode(.scalar(change.new))])
          }))
    case .newCase(let rows): Self.text(ofNew: rows)
    case .event(let node): JSONWriter.dense(node)
    }
  }

  private static func text(ofNew rows: [FlatRow]) -> String {
    var triples = JSONTriples()
    for row in rows {
      let place = row.path(of: "")
      row.forEachValue { name, value in triples.add((place, name), value) }
    }
    return triples.text
  }
}
