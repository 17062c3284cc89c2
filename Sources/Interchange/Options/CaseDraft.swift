package import ClinicalModel

/// A case as options tell it; it becomes the node of a case file, so that one reader judges both.
package struct CaseDraft {
  private var fields: [CaseNode.Entry] = []
  private var rows: [(key: String, node: CaseNode)] = []

  package init(id: String) {
    fields = [Self.entry("id", id)]
  }

  /// Sets a field of the case itself.
  package mutating func set(_ field: String, _ value: String) { fields.append(Self.entry(field, value)) }

  /// An age or a range of ages; without a moment it is the report's.
  package mutating func setAge(_ text: String, at moment: String?) throws(Fault) {
    let ages = try Years.span(text)
    set("age_min", String(ages.lowerBound))
    set("age_max", String(ages.upperBound))
    set("age_at", moment ?? "report")
  }

  /// Adds a row to a list of the case, told as pairs.
  package mutating func add(_ key: String, _ pairs: String) throws(Fault) {
    try add(key, try PairText.entries(pairs))
  }

  /// Adds a row; `size=`, `targets=` and a parent's id in it are put where a case file has them.
  package mutating func add(_ key: String, _ entries: [CaseNode.Entry]) throws(Fault) {
    var entries = entries
    if key == "lesions" { try Self.observeSize(&entries) }
    if key == "primary_tumours", let size = Self.take("size", from: &entries) { entries += try Self.axes(size) }
    if key == "therapies", let targets = Self.take("targets", from: &entries) {
      let lesions = targets.split(separator: "+").map { CaseNode(.scalar(.text(String($0)))) }
      entries.append(CaseNode.Entry("targets", CaseNode(.list(lesions))))
    }
    rows.append((key, CaseNode(.map(entries))))
  }

  /// Adds a positive result: a symbol, an alias, a fusion, or pairs.
  ///
  /// - Parameter test: gathers the results of one call into one test.
  package mutating func addGenes(_ drivers: [String], _ results: [String]) throws(Fault) {
    var genes: [CaseNode] = []
    for driver in drivers {
      if driver.contains("=") {
        let entries = try PairText.entries(driver)
        let told = entries.contains { $0.key == "status" }
        genes.append(CaseNode(.map(entries + (told ? [] : [Self.entry("status", "positive")]))))
      } else {
        genes.append(CaseNode(.map(try Self.driver(driver))))
      }
    }
    for result in results { genes.append(CaseNode(.map(try PairText.entries(result)))) }
    guard !genes.isEmpty else { return }
    var test = [CaseNode.Entry("driver_genes", CaseNode(.list(genes)))]
    if drivers.contains(where: { !$0.contains("=") }) { test.insert(Self.entry("outcome", "driver_detected"), at: 0) }
    rows.append(("molecular_tests", CaseNode(.map(test))))
  }

  /// Judges the draft as a case file is judged.
  package func read() -> (subject: Case, problems: Problems) {
    var entries = fields
    for key in Case.table.schema.children.map(\.key) {
      let own = rows.filter { $0.key == key }.map(\.node)
      if !own.isEmpty { entries.append(CaseNode.Entry(key, CaseNode(.list(own)))) }
    }
    return CaseFileReader.read(CaseNode(.map(entries)))
  }

  private static func driver(_ text: String) throws(Fault) -> [CaseNode.Entry] {
    var entries: [CaseNode.Entry]
    if let fusion = try Fusion(parsing: text) {
      entries = [
        entry("gene", fusion.second.text), entry("partner_gene", fusion.first.text), entry("alteration", "fusion"),
      ]
    } else {
      entries = [entry("gene", try GeneSymbol(parsing: text).text)]
    }
    return entries + [entry("status", "positive"), entry("role", "driver")]
  }

  /// `size=42x37x44mm` in a lesion is an observation of it on the day it was first seen.
  private static func observeSize(_ entries: inout [CaseNode.Entry]) throws(Fault) {
    guard let size = take("size", from: &entries) else { return }
    var observation = [entry("presence", "present")] + (try axes(size))
    if let seen = entries.first(where: { $0.key == "first_seen_date" })?.node {
      observation.insert(CaseNode.Entry("observed_date", seen), at: 0)
    }
    entries.append(CaseNode.Entry("observations", CaseNode(.list([CaseNode(.map(observation))]))))
  }

  /// Reads `42x37x44mm` or `4.2x3.7cm` into the axes as printed.
  private static func axes(_ size: String) throws(Fault) -> [CaseNode.Entry] {
    let fault = Fault("\(size.quoted) is no size", mend: "write up to three axes in mm or cm, for example 42x37x44mm")
    var text = Substring(size.lowercased())
    let factor = text.hasSuffix("cm") ? 10.0 : 1
    if text.hasSuffix("mm") || text.hasSuffix("cm") { text = text.dropLast(2) }
    let parts = text.split(whereSeparator: { $0 == "x" || $0 == "×" || $0 == "*" })
    guard (1...3).contains(parts.count) else { throw fault }
    var entries: [CaseNode.Entry] = []
    for (index, part) in parts.enumerated() {
      let axis: Amount<Millimetres>
      do { axis = try Amount(.text(String(part).trimmed)) } catch { throw fault }
      let millimetres = (axis.value * factor * 1000).rounded() / 1000
      entries.append(entry("size\(index + 1)_mm", millimetres.written))
    }
    return entries
  }

  private static func take(_ key: String, from entries: inout [CaseNode.Entry]) -> String? {
    guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
    return entries.remove(at: index).node.single?.written
  }

  private static func entry(_ key: String, _ value: String) -> CaseNode.Entry {
    CaseNode.Entry(key, CaseNode(.scalar(.text(value))))
  }
}
