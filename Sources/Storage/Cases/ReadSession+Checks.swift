import ClinicalModel
package import ClinicalRules
internal import GRDB

extension ReadSession {
  /// Whether a case is stored.
  package func holds(_ caseID: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM cases WHERE id = ?)"), arguments: [caseID]) == true
  }

  /// What a check may know of a case besides the case.
  package func checkContext(of caseID: String, today: Int?) throws -> CheckContext {
    var context = CheckContext()
    context.today = today
    let same = "SELECT id FROM cases WHERE id = ?1 COLLATE NOCASE AND id <> ?1"
    context.sameIDs = try String.fetchAll(db.cachedStatement(sql: same), arguments: [caseID])
    let links = """
      SELECT other_case_id FROM case_links WHERE case_id = ?1 AND state = 'open'
      UNION SELECT case_id FROM case_links WHERE other_case_id = ?1 AND state = 'open'
      """
    context.openLinks = try String.fetchAll(db.cachedStatement(sql: links), arguments: [caseID])
    return context
  }
}
