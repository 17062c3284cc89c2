package import ClinicalModel
import Foundation
internal import GRDB

/// One changed case in one command, as it is kept.
package struct Revision: Sendable {
  package enum Action: String, Sendable {
    case create, update, withdraw, reinstate, export
    /// A list of codes was brought.
    case codes
    /// A named cohort was saved or deleted.
    case cohort
    /// The case was stored before the history began.
    case adopt
    /// The registry was made.
    case begin = "init"
    /// The registry was brought to a newer schema.
    case migrate
    /// The key of the pseudonyms was made or found.
    case key
    /// Somebody vouches for an end of the history that was not seen on this machine.
    case accept
  }

  package let seq: Int64
  package let batch: Int64
  package let time: String
  package let actor: String
  package let action: String
  package let caseID: String?
  package let program: String
  package let schema: Int64
  package let reason: String?
  package let payload: String?
  let salt: [UInt8]?
  let commitment: [UInt8]
  let rowHash: [UInt8]?
  let prev: [UInt8]
  package private(set) var hash: [UInt8]

  static let columns = [
    "seq", "batch", "at", "actor", "action", "case_id", "program", "schema", "reason", "payload", "salt", "commitment",
    "row_hash", "prev", "hash",
  ]

  init(_ row: Row) throws {
    let table = "revisions"
    func bytes(_ index: Int) throws -> [UInt8]? {
      let data: Data? = try row.optional(index, of: table)
      return data.map { [UInt8]($0) }
    }
    seq = try row.value(0, of: table)
    batch = try row.value(1, of: table)
    time = try row.value(2, of: table)
    actor = try row.value(3, of: table)
    action = try row.value(4, of: table)
    caseID = try row.optional(5, of: table)
    program = try row.value(6, of: table)
    schema = try row.value(7, of: table)
    reason = try row.optional(8, of: table)
    payload = try row.optional(9, of: table)
    salt = try bytes(10)
    commitment = try bytes(11) ?? []
    rowHash = try bytes(12)
    prev = try bytes(13) ?? []
    hash = try bytes(14) ?? []
  }

  /// - Parameter rows: the case after the change; nil for an event of the registry as a whole.
  init(
    after head: ChainHead, batch: Int64?, by author: ChangeAuthor, _ action: Action, caseID: String?, payload: String,
    rows: [FlatRow]?
  ) {
    let salt = author.salt()
    seq = head.seq + 1
    self.batch = batch ?? seq
    time = author.time
    actor = author.name
    self.action = action.rawValue
    self.caseID = caseID
    program = author.program
    schema = Int64(RegistryDatabase.schema)
    reason = author.reason
    self.payload = payload
    self.salt = salt
    commitment = Self.commitment(salt: salt, payload: payload, reason: author.reason)
    rowHash = rows.map { Digest.rows($0, salt: salt) }
    prev = head.hash
    hash = []
    hash = expectedHash
  }

  /// The columns as they are bound, in the order of ``columns``.
  var values: [DatabaseValue] {
    func blob(_ bytes: [UInt8]?) -> DatabaseValue { bytes.map { Data($0).databaseValue } ?? .null }
    func text(_ text: String?) -> DatabaseValue { text?.databaseValue ?? .null }
    return [
      seq.databaseValue, batch.databaseValue, text(time), text(actor), text(action), text(caseID), text(program),
      schema.databaseValue, text(reason), text(payload), blob(salt), blob(commitment), blob(rowHash), blob(prev),
      blob(hash),
    ]
  }

  static func commitment(salt: [UInt8], payload: String, reason: String?) -> [UInt8] {
    var digest = Digest(.commitment, salt)
    digest.add(.text(payload))
    digest.add(reason.map(Scalar.text) ?? .null)
    return digest.sha256
  }

  /// What the revision's own columns come to; it is kept in `hash`.
  var expectedHash: [UInt8] {
    var digest = Digest(.event, prev)
    digest.add(.integer(seq))
    digest.add(.integer(batch))
    for text in [time, actor, action] { digest.add(.text(text)) }
    digest.add(caseID.map(Scalar.text) ?? .null)
    digest.add(.text(program))
    digest.add(.integer(schema))
    digest.add(commitment)
    digest.add(rowHash)
    return digest.sha256
  }

  /// What became of payload and reason, which were committed to.
  enum Keeping {
    case kept
    /// They were taken away together with their salt; the chain stays whole without them.
    case erased
    /// They are not those that were committed to.
    case changed
  }

  var keeping: Keeping {
    guard let salt, let payload else { return salt == nil && payload == nil && reason == nil ? .erased : .changed }
    return Self.commitment(salt: salt, payload: payload, reason: reason) == commitment ? .kept : .changed
  }

  /// What it tells; nil when that was erased.
  package var told: Payload? { get throws { try payload.map(Payload.init) } }

  /// What it changed; nothing when that was erased.
  package var difference: CaseDifference {
    get throws {
      switch try told {
      case .changes(let difference): difference
      case .event, .newCase, nil: CaseDifference([])
      }
    }
  }
}

/// The end of the chain: the last revision, or none.
package struct ChainHead: Hashable, Sendable {
  package let seq: Int64
  package let hash: [UInt8]

  package init(seq: Int64, hash: [UInt8]) {
    self.seq = seq
    self.hash = hash
  }

  package static let none = ChainHead(seq: 0, hash: Array(repeating: 0, count: 32))

  /// `seq 12 · 9f3a…`: the chain's end as exports and people quote it.
  package var text: String { "seq \(seq) · \(hash.hex.prefix(16))" }
}

extension [UInt8] {
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
