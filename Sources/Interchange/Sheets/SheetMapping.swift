import ClinicalModel
import Syntax

/// How the columns of somebody's sheet become fields: read from a mapping file.
///
/// ```yaml
/// psoas_mapping: 1
/// dates: day/month/year
/// decimal: ","
/// constants: {ascertainment: literature}
/// columns:
///   Patient: case_id
///   Gender: {field: sex, values: {M: male, F: female}}
///   "Dose (cGy)": {field: therapies/T1/delivered_gy, unit: cGy}
///   Remarks: ignore
/// ```
package struct SheetMapping: Sendable {
  static let version = 1
  static let versionKey = "psoas_mapping"
  static let ignored = "ignore"

  private var columns: [(name: String, column: SheetColumn)] = []
  /// Cells that every row has.
  private(set) var constants: [(field: SheetField, text: String)] = []

  /// The columns that it names.
  var names: [String] { columns.map(\.name) }

  /// The column of a header.
  func column(_ name: String) throws(Fault) -> SheetColumn {
    if let found = columns.first(where: { $0.name == name }) { return found.column }
    throw Fault(
      "the mapping says nothing of the column \(name.quoted)",
      mend: "give it a field, or write \(Self.ignored) for it: " + Suggestion.sentence(for: name, among: names))
  }

  /// Reads a mapping file.
  ///
  /// - Throws: a `Problem`, or `Problems` with everything that is wrong with it.
  package init(_ bytes: [UInt8]) throws {
    let documents = try YAMLReader.read(bytes)
    guard let root = documents.first, documents.count == 1, case .map(let entries) = root.content else {
      throw Problem(
        Fault("this is no mapping", mend: "\(action: .run(.draftMapping(sheet: "SHEET.csv"))) writes one to begin with")
      )
    }
    var problems = Problems()
    var style = CellStyle()
    for entry in entries {
      do throws(Fault) {
        switch entry.key {
        case Self.versionKey:
          guard entry.node.single?.written == String(Self.version) else {
            throw Fault("this program reads version \(Self.version) of a mapping")
          }
        case "dates": style.dates = try DateStyle(entry.node.single?.written ?? "")
        case "decimal":
          guard let mark = entry.node.single?.written, mark == "," || mark == "." else {
            throw Fault("decimal is a point or a comma", mend: "write decimal: \",\"")
          }
          style.decimalComma = mark == ","
        case "constants", "columns": break
        case let other:
          throw Fault(
            "\(other.quoted) says nothing in a mapping",
            mend: Suggestion.sentence(for: other, among: [Self.versionKey, "dates", "decimal", "constants", "columns"]))
        }
      } catch {
        problems.add(Problem(line: entry.line, error))
      }
    }
    for entry in entries where entry.key == "constants" || entry.key == "columns" {
      if entry.key == "constants", case .null = entry.node.content { continue }
      guard case .map(let inner) = entry.node.content else {
        problems.add(Problem(line: entry.line, Fault("\(entry.key) is a list of name: value")))
        continue
      }
      for inner in inner {
        do throws(Fault) {
          if entry.key == "columns" {
            columns.append((inner.key, try Self.column(inner.key, inner.node, style)))
          } else {
            constants.append((try SheetField(header: inner.key), inner.node.single?.written ?? ""))
          }
        } catch {
          problems.add(Problem(line: inner.line, column: entry.key == "columns" ? inner.key : "", error))
        }
      }
    }
    if columns.isEmpty, problems.isEmpty {
      problems.add(Problem(Fault("the mapping has no columns", mend: "write columns: …")))
    }
    if !problems.isEmpty { throw problems }
  }

  private static func column(_ name: String, _ node: DocumentNode, _ style: CellStyle) throws(Fault) -> SheetColumn {
    var fields: [SheetField] = []
    var style = style
    var values: [String: CellConversion.Meaning] = [:]
    switch node.content {
    case .scalar, .truth: fields = try Self.fields(node)
    case .null: throw Fault("the column has no field", mend: "write one, or \(ignored)")
    case .list: fields = try Self.fields(node)
    case .map(let entries):
      for entry in entries {
        switch entry.key {
        case "field": fields = try Self.fields(entry.node)
        case "unit": style.unit = entry.node.single?.written
        case "dates": style.dates = try DateStyle(entry.node.single?.written ?? "")
        case "values": values = try Self.values(entry.node)
        case let other:
          throw Fault(
            "\(other.quoted) says nothing of a column",
            mend: Suggestion.sentence(for: other, among: ["field", "unit", "values", "dates"]))
        }
      }
      let isTold = values.values.contains { if case .fields = $0 { true } else { false } }
      if fields.isEmpty, !isTold { throw Fault("the column has no field", mend: "write field: …, or \(ignored)") }
    }
    for field in fields { try style.check(field) }
    return SheetColumn(header: name, fields: fields, conversion: CellConversion(style: style, values: values))
  }

  private static func fields(_ node: DocumentNode) throws(Fault) -> [SheetField] {
    if case .list(let items) = node.content {
      var fields: [SheetField] = []
      for item in items { fields += try Self.fields(item) }
      return fields
    }
    guard let name = node.single?.written else { throw Fault("a field is one name", mend: SheetField.mend) }
    return name == ignored ? [] : [try SheetField(header: name)]
  }

  private static func values(_ node: DocumentNode) throws(Fault) -> [String: CellConversion.Meaning] {
    guard case .map(let entries) = node.content else { throw Fault("values are a list of value: value") }
    var values: [String: CellConversion.Meaning] = [:]
    for entry in entries {
      switch entry.node.content {
      case .map(let told):
        var cells: [(SheetField, String)] = []
        for cell in told { cells.append((try SheetField(header: cell.key), cell.node.single?.written ?? "")) }
        values[entry.key] = .fields(cells)
      case .scalar, .truth, .null: values[entry.key] = .text(entry.node.single?.written ?? "")
      case .list: throw Fault("the value \(entry.key.quoted) becomes one value, or fields with a value each")
      }
    }
    return values
  }
}
