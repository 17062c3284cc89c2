import ClinicalModel

/// Looks for a word in every text of a case.
enum WordSearch {
  /// True of the flat rows `f` of whose case some text has the word in it.
  static func condition(for word: String) -> SQLCondition {
    let patterns = spellings(of: word).map { Scalar.text("%\($0.likeEscaped)%") }
    return .any(
      tables.map { table in
        let fits = table.columns.flatMap { column in
          patterns.map { SQLCondition("\(column) LIKE ? ESCAPE '\\'", [$0]) }
        }
        let any = SQLCondition.any(fits)
        return SQLCondition("EXISTS (SELECT 1 FROM \(table.rows) AND (\(any.sql)))", any.values)
      })
  }

  /// SQLite takes capitals for small letters in ASCII alone.
  private static func spellings(of word: String) -> [String] {
    if word.utf8.allSatisfy({ $0 < 128 }) { return [word] }
    let small = word.lowercased()
    let capital = small.prefix(1).uppercased() + small.dropFirst()
    return [word] + [small, capital, small.uppercased()].filter { $0 != word }
  }

  /// The rows of a table that are a case's, and those of their columns that hold words of somebody.
  private static let tables: [(rows: String, columns: [String])] = Case.table.schema.withDescendants.compactMap {
    schema in
    let columns = schema.columns.filter { column in
      switch column.kind {
      case .text, .code, .choice(_, closed: false): true
      case .integer, .real, .boolean, .date, .choice(_, closed: true), .reference: false
      }
    }
    if columns.isEmpty { return nil }
    guard let link = schema.link else {
      let key = schema.identity == .wholeCase ? "id" : "case_id"
      return ("\(schema.name) w WHERE w.\(key) = f.case_id", columns.map { "w.\($0.name)" })
    }
    return (
      "\(link.table) k JOIN \(schema.name) w ON w.id = k.\(link.key) WHERE k.case_id = f.case_id",
      columns.map { link.columns.contains($0.name) ? "k.\($0.name)" : "w.\($0.name)" }
    )
  }
}

extension String {
  /// Without meaning for LIKE.
  fileprivate var likeEscaped: String {
    String(flatMap { "%_\\".contains($0) ? ["\\", $0] : [$0] })
  }
}
