package import ClinicalModel
package import Syntax

/// The descriptor of a Frictionless Data Package, version 2: `datapackage.json`.
package struct DataPackage {
  /// A CSV of the package.
  package struct Resource {
    package typealias ForeignKey = (fields: [String], resource: String, reference: [String])

    package let name: String
    package let title: String
    package let columns: [Column]
    /// The columns that say which row it is; empty where rows have no key.
    package let key: [String]
    package let foreignKeys: [ForeignKey]
    /// Whether empty cells say why by a mark.
    package let isMarked: Bool
    package var bytes = 0
    /// SHA-256, hexadecimal.
    package var digest = ""

    package init(
      _ name: String, _ title: String, _ columns: [Column], key: [String] = [], foreignKeys: [ForeignKey] = [],
      isMarked: Bool = false
    ) {
      self.name = name
      self.title = title
      self.columns = columns
      self.key = key
      self.foreignKeys = foreignKeys
      self.isMarked = isMarked
    }
  }

  package var name: String
  package var title: String
  /// The number of the registry's last change.
  package var version: String
  /// When that was, RFC 3339; nil for an empty registry.
  package var created: String?
  /// What there is to say of the cohort: its criteria, the registry's head, how many rows, patients and reports.
  package var cohort: [(String, String)]
  package var resources: [Resource]

  package init(
    name: String, title: String, version: String, created: String?, cohort: [(String, String)], resources: [Resource]
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.created = created
    self.cohort = cohort
    self.resources = resources
  }

  /// The descriptor without its end: the sources follow, as many as there are, and ``end``.
  package var start: String {
    let text = JSONWriter.pretty(
      .map([
        ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")), ("name", .text(name)),
        ("title", .text(title)), ("version", .text(version)), ("created", created.map { .text($0) }),
        ("psoas", .map(cohort.map { ($0.0, .text($0.1)) })), ("resources", .list(resources.map(Self.resource))),
      ]))
    return String(text.dropLast(Self.end.count - 1))
  }

  package static let end = "\n}\n"
  package static let sources = ListDelimiters(start: ",\n  \"sources\": [\n", between: ",\n", end: "\n  ]")

  /// A publication with the licence that it is under.
  package static func text(of source: Source) -> String {
    "    "
      + JSONWriter.compact(
        .map([
          ("title", .text(source.title ?? source.citation ?? source.id)),
          ("path", source.doi.map { .text("https://doi.org/\($0.text)") }),
          ("version", source.year?.scalar.written.map { .text($0) }),
          ("license", .text(source.licence ?? "not reported")), ("id", .text(source.id)),
        ]))
  }

  private static func resource(_ resource: Resource) -> DocumentNode {
    let marks = AbsenceMark.allCases.map { mark in
      let label = mark.reason.replacing("_", with: " ")
      return DocumentNode.map([("value", .text(mark.rawValue)), ("label", .text(label))])
    }
    let blank = DocumentNode.map([("value", .text("")), ("label", .text("nothing told"))])
    let schema = DocumentNode.map([
      ("fields", .list(resource.columns.map { field($0, isKey: resource.key.contains($0.name)) })),
      ("missingValues", .list([blank] + (resource.isMarked ? marks : []))),
      ("primaryKey", resource.key.isEmpty ? nil : .texts(resource.key)),
      (
        "foreignKeys",
        resource.foreignKeys.isEmpty
          ? nil
          : .list(
            resource.foreignKeys.map { key in
              .map([
                ("fields", .texts(key.fields)),
                ("reference", .map([("resource", .text(key.resource)), ("fields", .texts(key.reference))])),
              ])
            })
      ),
    ])
    return .map([
      ("name", .text(resource.name)), ("path", .text("\(resource.name).csv")), ("title", .text(resource.title)),
      ("type", .text("table")), ("format", .text("csv")), ("mediatype", .text("text/csv")),
      ("encoding", .text("utf-8")),
      ("dialect", .map([("lineTerminator", .text("\r\n"))])),
      ("bytes", .number(resource.bytes)), ("hash", .text("sha256:\(resource.digest)")), ("schema", schema),
    ])
  }

  private static func field(_ column: Column, isKey: Bool) -> DocumentNode {
    let unit = column.unit.map { " [\($0)]" } ?? ""
    var constraints: [(String, DocumentNode?)] = []
    if isKey || column.required { constraints.append(("required", DocumentNode(.truth("true")))) }
    var type = "string"
    switch column.kind {
    case .integer, .real:
      type = column.kind == .integer ? "integer" : "number"
      if let range = column.range {
        constraints += [("minimum", .real(range.lowerBound)), ("maximum", .real(range.upperBound))]
      }
    case .boolean: type = "boolean"
    case .choice(let words, closed: true): constraints.append(("enum", .texts(words)))
    case .text, .date, .choice(_, closed: false), .code, .reference: break
    }
    return .map([
      ("name", .text(column.name)), ("type", .text(type)), ("title", .text(column.label)),
      ("description", .text(column.meaning + unit)), ("constraints", constraints.isEmpty ? nil : .map(constraints)),
    ])
  }
}
