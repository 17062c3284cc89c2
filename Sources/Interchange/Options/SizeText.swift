import ClinicalModel

/// A size as reports print it: `42x37x44mm`, `4.2 x 3.7 cm`.
enum SizeText {
  /// The axes in millimetres, as they are printed.
  static func axes(_ size: String) throws(Fault) -> [(name: String, value: String)] {
    let fault = Fault("\(size.quoted) is no size", mend: "write up to three axes in mm or cm, for example 42x37x44mm")
    var text = Substring(size.lowercased())
    let factor = text.hasSuffix("cm") ? 10.0 : 1
    if text.hasSuffix("mm") || text.hasSuffix("cm") { text = text.dropLast(2) }
    let parts = text.split(whereSeparator: { $0 == "x" || $0 == "×" || $0 == "*" })
    guard (1...3).contains(parts.count) else { throw fault }
    var axes: [(name: String, value: String)] = []
    for (index, part) in parts.enumerated() {
      let axis: Quantity<Millimetres>
      do { axis = try Quantity(.text(String(part).trimmed)) } catch { throw fault }
      let millimetres = (axis.value * factor * 1000).rounded() / 1000
      axes.append(("size\(index + 1)_mm", millimetres.written))
    }
    return axes
  }
}
