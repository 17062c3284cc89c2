import ClinicalModel
internal import GRDB

/// Appends the revisions of one command, inside its transaction.
final class HistoryWriter {
  let author: ChangeAuthor
  private var head: ChainHead
  /// The seq of the command's first revision.
  private var batch: Int64?

  init(by author: ChangeAuthor, reading: ReadSession) throws {
    self.author = author
    head = try reading.chainHead()
  }

  /// - Parameter rows: the case after the change; nil for an event of the registry as a whole.
  func append(
    _ action: Revision.Action, caseID: String?, payload: Payload, rows: [FlatRow]?, in db: Database
  ) throws {
    let revision = Revision(
      after: head, batch: batch, by: author, action, caseID: caseID, payload: payload.text, rows: rows)
    try db.cachedStatement(sql: Self.insert).execute(arguments: StatementArguments(revision.values))
    batch = revision.batch
    head = ChainHead(seq: revision.seq, hash: revision.hash)
  }

  private static let insert: String = {
    let marks = Revision.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO revisions (\(Revision.columns.joined(separator: ", "))) VALUES (\(marks))"
  }()
}
