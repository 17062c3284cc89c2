import ClinicalModel
import Crypto

/// SHA-256 over bytes that can be read in one way only (docs/reference/event-log.md).
///
/// Each value is a tag, its length as four bytes, the higher ones first, and its bytes; a digest begins with a byte
/// that says what it is of, so that none can stand for another.
struct Digest {
  enum Subject: UInt8 {
    case commitment = 0
    case event = 2
    case rows = 3
    case codes = 4
  }

  private var bytes: [UInt8]

  init(_ subject: Subject, _ begin: [UInt8]) {
    bytes = [subject.rawValue]
    bytes.reserveCapacity(4096)
    bytes += begin
  }

  mutating func add(_ scalar: Scalar) {
    switch scalar {
    case .null: add(tag: 0, EmptyCollection())
    case .integer(let number): add(tag: 1, String(number).utf8)
    case .text(let text): add(tag: 2, text.utf8)
    case .real(let number): add(tag: 4, withUnsafeBytes(of: number.bitPattern.bigEndian) { Array($0) })
    }
  }

  mutating func add(_ raw: [UInt8]?) {
    if let raw { add(tag: 3, raw) } else { add(.null) }
  }

  private mutating func add(tag: UInt8, _ content: some Collection<UInt8>) {
    let count = UInt32(content.count)
    bytes.append(tag)
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> UInt32(shift))) }
    bytes.append(contentsOf: content)
  }

  var sha256: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

extension Digest {
  /// Of all rows of a case: tables by name, rows by place, values by the name of their column.
  static func rows(_ rows: [FlatRow], salt: [UInt8]) -> [UInt8] {
    var digest = Digest(.rows, salt)
    let order = rows.indices.sorted { a, b in
      let (a, b) = (rows[a], rows[b])
      return a.schema === b.schema ? a.position < b.position : a.schema.name < b.schema.name
    }
    for row in order.lazy.map({ rows[$0] }) {
      digest.add(.text(row.schema.name))
      digest.add(.text(row.key))
      digest.add(.text(row.parent))
      digest.add(.integer(Int64(row.position)))
      digest.add(.integer(Int64(row.cells.count { $0 != .null })))
      for index in row.schema.byName where row.cells[index] != .null {
        digest.add(.text(row.schema.columns[index].name))
        digest.add(row.cells[index])
      }
    }
    return digest.sha256
  }
}
