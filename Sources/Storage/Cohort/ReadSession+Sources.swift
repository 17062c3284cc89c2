package import ClinicalModel
package import ClinicalRules
internal import GRDB

extension ReadSession {
  /// Hands over the sources that report the patients of a cohort, each once, by their ids; one that only cites is none.
  package func sources(in query: CaseQuery, each: (Source) throws -> Void) throws {
    let schema = Source.table.schema
    let tied = schema.link?.columns ?? []
    let cells = schema.columns.map { tied.contains($0.name) ? "NULL" : "s.\($0.name)" }.joined(separator: ", ")
    let condition = query.condition
    let sql = """
      SELECT s.id, \(cells) FROM sources s WHERE s.id IN (SELECT l.source_id FROM case_sources l \
      WHERE l.role IS NOT 'cites_only' AND l.case_id IN (SELECT f.case_id FROM case_facts f WHERE \(condition.sql))) \
      ORDER BY s.id
      """
    try db.each(sql, condition.values) { row in
      var problems = Problems()
      let plain = UntypedRow(
        id: row.cell(0).written ?? "", cells: schema.columns.indices.map { row.cell($0 + 1) }, children: [])
      let source = Source(plain, &problems)
      if let problem = problems.kept.first { throw StorageError.damaged(problem.path) }
      try each(source)
    }
  }

  /// The sources that report one patient, in the order told: their ids, their authors as cited, their years.
  package func citations(of caseID: String) throws -> [(id: String, authors: String?, year: String?)] {
    let sql = """
      SELECT s.id, s.authors, s.year FROM case_sources l JOIN sources s ON s.id = l.source_id \
      WHERE l.case_id = ? AND l.role IS NOT 'cites_only' ORDER BY l.position
      """
    var citations: [(id: String, authors: String?, year: String?)] = []
    try db.each(sql, [.text(caseID)]) { row in
      citations.append((row.cell(0).written ?? "", row.cell(1).written, row.cell(2).written))
    }
    return citations
  }
}
