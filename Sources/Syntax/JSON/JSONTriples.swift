package import ClinicalModel

/// Writes `[["path",null,value],…]` without spaces, one triple after another: what a new case is told by, which has so many
/// values that no document of them is made first.
package struct JSONTriples {
  private var bytes: [UInt8] = [UInt8(ascii: "[")]

  package init() { bytes.reserveCapacity(8192) }

  /// - Parameter path: two parts that stand one behind the other; neither holds what JSON escapes.
  package mutating func add(_ path: (String, String), _ value: Scalar) {
    bytes.append(contentsOf: bytes.count == 1 ? "[\"".utf8 : ",[\"".utf8)
    bytes.append(contentsOf: path.0.utf8)
    bytes.append(contentsOf: path.1.utf8)
    bytes.append(contentsOf: "\",null,".utf8)
    value.appendJSON(to: &bytes)
    bytes.append(UInt8(ascii: "]"))
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) + "]" }
}
