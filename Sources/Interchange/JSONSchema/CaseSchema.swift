import ClinicalModel
import Syntax

/// The JSON Schema (2020-12) of a case file, made from the declarations.
package enum CaseSchema {
  package static var text: String {
    let single: [(String, DocumentNode)] = [("$ref", .text("#/$defs/\(Case.table.schema.name)"))]
    let list: [(String, DocumentNode)] = [("type", .text("array")), ("items", .map(single))]
    let schema: DocumentNode = .map([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("A psoas case file")),
      ("description", .text("One case or a list of cases; an NDJSON file holds one a line.")),
      ("anyOf", .list([.map(single), .map(list)])),
      ("$defs", .map(Case.table.schema.withDescendants.map { ($0.name, object($0)) })),
    ])
    return JSONWriter.pretty(schema) + "\n"
  }

  private static func object(_ schema: Schema) -> DocumentNode {
    let ofCase = schema.identity == .wholeCase
    var properties: [(String, DocumentNode)] = []
    if ofCase {
      properties.append((CaseFileReader.versionKey, .map([("enum", .list([.one, .text("1")]))])))
    }
    properties.append(
      (schema.idKey, .map([("type", .texts(["string", "integer"])), ("description", .text("Its id."))])))
    properties += schema.columns.map { ($0.name, property($0)) }
    properties += schema.children.map { child in
      let row: DocumentNode = .map([("$ref", .text("#/$defs/\(child.name)"))])
      var items = row
      if case .named = child.identity {
        items = .map([("anyOf", .list([.map([("type", .text("string"))]), row]))])
      }
      let described: [(String, DocumentNode)] = [
        ("type", .texts(["array", "null"])), ("description", .text(child.meaning)), ("items", items),
      ]
      return (child.key, .map(described))
    }
    var required = schema.columns.filter(\.required).map(\.name)
    if ofCase { required.insert(schema.idKey, at: 0) }
    if case .named = schema.identity { required.insert(schema.idKey, at: 0) }
    var object: [(String, DocumentNode)] = [
      ("description", .text(schema.meaning)), ("type", .text("object")), ("properties", .map(properties)),
      ("additionalProperties", DocumentNode(.truth("false"))),
    ]
    if !required.isEmpty { object.append(("required", .texts(required))) }
    return .map(object)
  }

  private static func property(_ column: Column) -> DocumentNode {
    let unit = column.unit.map { " [\($0)]" } ?? ""
    var property: [(String, DocumentNode)] = [
      ("title", .text(column.label)), ("description", .text(column.meaning + unit)),
    ]
    switch column.kind {
    case .integer, .real:
      property.append(("type", .texts([column.kind == .integer ? "integer" : "number", "null"])))
      if let range = column.range {
        property.append(("minimum", DocumentNode(.scalar(.real(range.lowerBound)))))
        property.append(("maximum", DocumentNode(.scalar(.real(range.upperBound)))))
      }
    case .boolean: property.append(("type", .texts(["boolean", "null"])))
    case .choice(let words, closed: true):
      property.append(("enum", .list(words.map { .text($0) } + [DocumentNode(.null)])))
    case .date:
      property.append(("type", .texts(["string", "integer", "null"])))
      property.append(("pattern", .text(datePattern)))
    case .choice(let words, closed: false):
      property.append(("type", .texts(["string", "number", "null"])))
      property.append(("examples", .texts(words)))
    case .text, .code, .reference: property.append(("type", .texts(["string", "number", "null"])))
    }
    return .map(property)
  }

  /// The shapes of a date; whether there is such a day, and such an event, the reader says.
  private static let datePattern: String = {
    let calendar = #"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"#
    let range = #"\[?\#(calendar)(\.\.\#(calendar))?\]?"#
    let distance = #"[+-][0-9.]+(\.\.[+-]?[0-9.]+)?(d|wk|mo|y)?"#
    let event = #"[A-Za-z][A-Za-z0-9_]*(\.(start|end))?(\#(distance))?"#
    return "^(\(range)|\(event))[~?]{0,2}$"
  }()
}

extension DocumentNode {
  fileprivate static let one = DocumentNode(.scalar(.integer(1)))
}
