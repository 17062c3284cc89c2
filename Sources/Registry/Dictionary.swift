public import ClinicalModel
import ClinicalRules

/// One line of the data dictionary.
public struct DictionaryEntry: Sendable {
  public static let columns = [
    "table", "name", "label", "type", "unit", "min", "max", "values", "required", "privacy", "shared", "standard",
    "meaning",
  ]

  /// One cell a column of ``columns``.
  public let cells: [Scalar]

  /// - Parameter shared: what becomes of it in a shared export.
  init(_ table: String, _ column: Column, shared: Disclosure = .leftOut) {
    func text(_ text: String?) -> Scalar { text.map(Scalar.text) ?? .null }
    let words = column.kind.words
    cells = [
      .text(table), .text(column.name), .text(column.label), .text(column.kind.name), text(column.unit),
      column.range.map { .real($0.lowerBound) } ?? .null, column.range.map { .real($0.upperBound) } ?? .null,
      words.isEmpty ? .null : .text(words.joined(separator: "|")), .text(column.required ? "true" : "false"),
      .text(column.privacy.rawValue), .text(shared.rawValue), text(column.standard), .text(column.meaning),
    ]
  }
}

/// Every field and every export column, from the declarations.
public enum DataDictionary {
  public static let entries: [DictionaryEntry] = {
    func entries(_ schema: Schema, parent: Schema?) -> [DictionaryEntry] {
      keys(of: schema, parent: parent).map { DictionaryEntry(schema.name, $0) }
        + schema.columns.map { column in
          DictionaryEntry(
            schema.link?.columns.contains(column.name) == true ? schema.link?.table ?? "" : schema.name, column)
        } + schema.children.flatMap { entries($0, parent: schema) }
    }
    return DerivedVariables.columns.map { column in
      DictionaryEntry("case_facts", column, shared: column.disclosure(under: .shared))
    } + entries(Case.table.schema, parent: nil)
      + RegistryTable.all.flatMap { table in table.columns.map { DictionaryEntry(table.name, $0) } }
  }()

  private static func keys(of schema: Schema, parent: Schema?) -> [Column] {
    func key(_ name: String, _ label: String, _ meaning: String, _ kind: Kind = .text, required: Bool = true) -> Column
    {
      Column(name, label, kind: kind, privacy: .quasi, required: required, meaning: meaning)
    }
    let ofParent =
      schema.parentColumn.map {
        [key($0, "Parent", "The \(parent?.noun ?? "row") that it belongs to.", .reference(to: parent?.name ?? ""))]
      } ?? []
    let ofCase = key("case_id", "Case", "The case.")
    switch schema.identity {
    case .wholeCase, .publication: return [key("id", "Id", "The \(schema.noun)'s id, unique in the registry.")]
    case .numbered:
      return [ofCase] + ofParent + [
        key("id", "Id", "The row's id, unique in this table and case; numbered where none is given.", required: false)
      ]
    case .named(let column, let table):
      return [ofCase] + ofParent + [key(column, "Row", "The row of \(table) that it names.", .reference(to: table))]
    }
  }
}
