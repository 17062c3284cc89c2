import Crypto

/// An id that means nothing outside: 80 bits of HMAC-SHA256 over the case's own, in the order of their text.
struct Pseudonym: Comparable {
  private let high: UInt64
  private let low: UInt16

  /// Makes the pseudonyms of one registry; nobody without its key can undo them.
  struct Maker {
    private let keyed: HMAC<SHA256>

    init(key: [UInt8]) { keyed = HMAC<SHA256>(key: SymmetricKey(data: key)) }

    func pseudonym(of id: UnsafeBufferPointer<UInt8>) -> Pseudonym {
      var code = keyed
      code.update(data: UnsafeRawBufferPointer(id))
      return code.finalize().withUnsafeBytes { bytes in
        Pseudonym(
          high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
          low: UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self)))
      }
    }
  }

  static func < (a: Pseudonym, b: Pseudonym) -> Bool { (a.high, a.low) < (b.high, b.low) }

  /// `p-` and 16 letters of Crockford's base 32, whose order is that of the bits.
  var text: String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var bits = UInt128(high) << 16 | UInt128(low)
    var text: [UInt8] = []
    for _ in 0..<16 {
      text.append(letters[Int(bits & 31)])
      bits >>= 5
    }
    return String(decoding: Array("p-".utf8) + text.reversed(), as: UTF8.self)
  }
}
