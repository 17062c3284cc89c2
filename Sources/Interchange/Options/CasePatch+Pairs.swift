public import ClinicalModel
import ClinicalRules
import Syntax

/// A patch as the options of a command line tell it.
extension CasePatch {
  /// Sets a field, told as `path=value`.
  public mutating func set(pair: String) throws(Fault) {
    guard let cut = pair.firstIndex(of: "="), cut > pair.startIndex else {
      throw Fault("\(pair.quoted) sets nothing", mend: "write PATH=VALUE, for example cases/sex=female")
    }
    let path = String(pair[..<cut]).trimmed
    let value = String(pair[cut...].dropFirst()).trimmed
    guard !value.isEmpty else {
      throw Fault("\(pair.quoted) has no value", mend: "write \(action: .unset(path: path)) to empty it")
    }
    fields.append((path, .text(value)))
  }

  /// Sets fields of the case itself, told as pairs.
  public mutating func set(pairs: String) throws(Fault) {
    for entry in try PairText.entries(pairs) {
      fields.append((entry.key, entry.node.single ?? .null))
    }
  }

  /// An age or a range of ages; without a moment it is the report's.
  public mutating func setAge(_ text: String, at moment: String?) throws(Fault) {
    let ages = try Years.range(text)
    fields += [
      ("age_min", .integer(Int64(ages.lowerBound))), ("age_max", .integer(Int64(ages.upperBound))),
      ("age_at", .text(moment ?? "report")),
    ]
  }

  /// Adds a row to a table, told as pairs; `size=`, `targets=` and the parent's id are put where a case file has them.
  public mutating func add(_ schema: Schema, _ pairs: String) throws(Fault) {
    var entries = try PairText.entries(pairs)
    let size = Self.take("size", from: &entries)
    if let size {
      let axes = try SizeText.axes(size).map { Self.entry($0.name, $0.value) }
      if schema === Lesion.table.schema { entries.append(Self.observation(of: entries, axes)) } else { entries += axes }
    }
    for child in schema.children {
      guard case .named = child.identity, let named = Self.take(child.key, from: &entries) else { continue }
      let rows = named.split(separator: "+").map { DocumentNode(.scalar(.text(String($0)))) }
      entries.append(DocumentNode.Entry(child.key, DocumentNode(.list(rows))))
    }
    let parent = schema.parentColumn.flatMap { Self.take($0, from: &entries) }
    append(entries, to: schema, parent: parent)
  }

  /// Adds results to one new test: a symbol, an alias or a fusion is a positive driver; pairs say what they say.
  ///
  /// - Parameter results: pairs alone; one that names its test goes there.
  public mutating func addGenes(_ drivers: [String], _ results: [String]) throws(Fault) {
    var genes: [DocumentNode] = []
    for driver in drivers {
      if driver.contains("=") {
        let entries = try PairText.entries(driver)
        let told = entries.contains { $0.key == "status" }
        genes.append(DocumentNode(.map(entries + (told ? [] : [Self.entry("status", "positive")]))))
      } else {
        genes.append(DocumentNode(.map(try Self.driver(driver))))
      }
    }
    for result in results {
      var entries = try PairText.entries(result)
      if let test = Self.take("molecular_test_id", from: &entries) {
        append(entries, to: DriverGene.table.schema, parent: test)
      } else {
        genes.append(DocumentNode(.map(entries)))
      }
    }
    guard !genes.isEmpty else { return }
    var test = [DocumentNode.Entry("driver_genes", DocumentNode(.list(genes)))]
    if drivers.contains(where: { !$0.contains("=") }) { test.insert(Self.entry("outcome", "driver_detected"), at: 0) }
    append(test, to: MolecularTest.table.schema, parent: nil)
  }

  private mutating func append(_ entries: [DocumentNode.Entry], to schema: Schema, parent: String?) {
    let (row, found) = CaseFileReader.row(entries, of: schema)
    problems.add(found, file: "", caseID: "")
    rows.append(Row(row, of: schema, .added, parent: parent))
  }

  private static func driver(_ text: String) throws(Fault) -> [DocumentNode.Entry] {
    var entries: [DocumentNode.Entry]
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
  private static func observation(of lesion: [DocumentNode.Entry], _ axes: [DocumentNode.Entry]) -> DocumentNode.Entry {
    var observation = [entry("presence", "present")] + axes
    if let seen = lesion.first(where: { $0.key == "first_seen_date" })?.node {
      observation.insert(DocumentNode.Entry("observed_date", seen), at: 0)
    }
    return DocumentNode.Entry("observations", DocumentNode(.list([DocumentNode(.map(observation))])))
  }

  private static func take(_ key: String, from entries: inout [DocumentNode.Entry]) -> String? {
    guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
    return entries.remove(at: index).node.single?.written
  }

  private static func entry(_ key: String, _ value: String) -> DocumentNode.Entry {
    DocumentNode.Entry(key, DocumentNode(.scalar(.text(value))))
  }
}
