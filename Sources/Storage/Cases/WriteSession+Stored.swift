import ClinicalModel
package import ClinicalRules
import Foundation
internal import GRDB

extension WriteSession {
  /// A stored case on its way to be changed, as the history says that it is; nil when there is none with this id.
  ///
  /// - Throws: `otherwiseTold` when it was changed past the program: a revision on top of that would bless it.
  package func stored(_ id: String) throws -> CaseSnapshot? {
    guard try reading.holds(id) else {
      if try lastRevision(of: id) != nil { throw StorageError.otherwiseTold(caseID: id) }
      return nil
    }
    let rows = try reading.flatRows(of: id)
    try checkHistory(of: id, rows)
    guard let row = UntypedRow(rows) else { throw StorageError.otherwiseTold(caseID: id) }
    return CaseSnapshot(try reading.typed(row), row, rows)
  }

  /// Whether a case is as its last revision left it.
  ///
  /// - Throws: `otherwiseTold` when it is not.
  func checkHistory(of id: String, _ rows: [FlatRow]) throws {
    guard let (salt, hash) = try lastRevision(of: id), Digest.rows(rows, salt: salt) == hash else {
      throw StorageError.otherwiseTold(caseID: id)
    }
  }

  /// Salt and hash of the rows after the last change of a case; nil when no revision tells of it.
  private func lastRevision(of id: String) throws -> (salt: [UInt8], hash: [UInt8])? {
    let sql = "SELECT seq, salt, row_hash FROM revisions WHERE case_id = ? ORDER BY seq DESC LIMIT 1"
    let row = try Row.fetchOne(reading.db.cachedStatement(sql: sql), arguments: [id])
    return try row.map { row in
      let (salt, hash): (Data, Data) = (try row.value(1, of: "revisions"), try row.value(2, of: "revisions"))
      return ([UInt8](salt), [UInt8](hash))
    }
  }
}
