import ClinicalModel

/// What an annotation says, where a summary needs it.
struct Remark {
  /// The path of the row, `cases` for the case itself.
  let row: String
  let column: String?
  let kind: String
  let reason: String?
  let derivation: String?
  let confidence: String?
  let source: String?
  let section: String?
  let quote: String?
  let rule: String?

  static func all(of subject: UntypedRow) -> [Remark] {
    let schema = Annotation.table.schema
    guard let index = Case.table.schema.children.firstIndex(where: { $0 === schema }) else { return [] }
    let names = [
      "about", "kind", "reason", "derivation", "confidence", "source_id", "section", "quote", "rule",
    ].map { schema.index(of: $0) }
    return subject.children[index].map { row in
      let cells = names.map { $0.flatMap { row.cells[$0].written } }
      let parts = (cells[0] ?? "").split(separator: "/").map(String.init)
      let ofCase = parts.first == Case.table.schema.name
      return Remark(
        row: ofCase ? "cases" : parts.prefix(2).joined(separator: "/"),
        column: ofCase ? parts.last : parts.dropFirst(2).first, kind: cells[1] ?? "", reason: cells[2],
        derivation: cells[3], confidence: cells[4], source: cells[5], section: cells[6], quote: cells[7],
        rule: cells[8])
    }
  }

  /// The field in words: `therapies/T3 · Route`.
  var place: String {
    let table = row.prefix { $0 != "/" }
    var label = column
    if let column, let schema = Case.table.schema.withDescendants.first(where: { $0.name == table }),
      let index = schema.index(of: column)
    {
      label = schema.columns[index].label
    }
    let id = row.split(separator: "/").dropFirst().first.map(String.init)
    return [id, label].compactMap { $0 }.joined(separator: " ")
  }
}
