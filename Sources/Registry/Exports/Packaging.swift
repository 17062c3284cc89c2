import ClinicalModel
import ClinicalRules
import Interchange
import Storage

extension CaseRegistry {
  /// Writes a cohort as a Frictionless Data Package: the flat rows and their dictionary; what is identified also has all
  /// tables and the publications.
  func writePackage(
    _ order: ExportOrder, _ maker: Pseudonym.Maker?, _ session: ReadSession, to folder: OutputDirectory.Folder
  ) throws -> (CohortSize, Int) {
    var release = Release(of: DerivedVariables.columns, under: order.profile)
    let size = try folder.file("cohort.csv") { try writeCohort(order.query, &release, maker, session, to: $0) }
    var tables = [
      DataPackage.Resource("cohort", "A row a patient", release.columns, key: ["case_id"], isMarked: true)
    ]
    let isFull = release.rule.identifies
    var rows = size.patients
    if isFull {
      rows += try LongTables.write(order.query, session, to: folder)
      tables += DataPackage.Resource.tables(under: Case.table.schema, parent: nil)
    }
    let told = DataDictionary.entries.filter { entry in
      isFull || entry.cells[0] == .text("case_facts") && release.columns.contains { .text($0.name) == entry.cells[1] }
    }
    try folder.file("dictionary.csv") { sink in
      var writer = RowFormat.csv.begin(DataPackage.Resource.dictionary.columns)
      for entry in told { writer.add(entry.cells) }
      try sink.write(writer.drain())
    }
    tables.append(.dictionary)
    let change = try session.lastChange()
    let package = DataPackage(
      name: (isFull ? order.name?.lowercased() : nil) ?? "psoas-cohort", title: "Cases of malignant psoas syndrome",
      version: String(change.head.seq), created: change.time,
      cohort: (isFull ? order.name.map { [("cohort", $0)] } ?? [] : []) + [
        ("criteria", isFull ? order.query.commandLine : order.query.shareable), ("profile", order.profile.rawValue),
        ("registry", change.head.text), ("rows", String(rows)), ("patients", String(size.patients)),
        ("reports", String(size.reports)),
      ],
      resources: folder.files.compactMap { file in
        tables.first { "\($0.name).csv" == file.name }?.written(file)
      })
    try folder.file("datapackage.json") { sink in
      try sink.write(Array(package.start.utf8))
      if isFull {
        _ = try writeSources(of: order.query, session, to: sink, in: DataPackage.sources, text: DataPackage.text)
      }
      try sink.write(Array(DataPackage.end.utf8))
    }
    return (size, rows)
  }
}

extension DataPackage.Resource {
  fileprivate static let dictionary = DataPackage.Resource(
    "dictionary", "What every column means",
    DictionaryEntry.columns.map { name in
      Column(
        name, name, kind: ["min", "max"].contains(name) ? .real : .text, privacy: .safe,
        meaning: "Of the column that the line tells of: \(name).")
    })

  /// A table and those below it. A reference that can be empty is told in words alone: a key of two columns cannot be.
  fileprivate static func tables(under schema: Schema, parent: Schema?) -> [DataPackage.Resource] {
    let keys = LongTable.keys(of: schema)
    var foreign: [ForeignKey] = []
    if parent != nil { foreign.append((["case_id"], Case.table.schema.name, ["case_id"])) }
    if let column = schema.parentColumn, let parent {
      foreign.append((["case_id", column], parent.name, ["case_id", "id"]))
    }
    var key = keys.filter { $0 != schema.parentColumn }
    if case .named(let column, let table) = schema.identity {
      foreign.append((["case_id", column], table, ["case_id", "id"]))
      key = keys
    }
    let keyColumns = keys.map { key in
      Column(key, key, kind: .text, privacy: .quasi, required: true, meaning: "Says which row it is.")
    }
    let table = DataPackage.Resource(
      schema.name, schema.meaning, keyColumns + schema.columns, key: key, foreignKeys: foreign)
    return [table] + schema.children.flatMap { tables(under: $0, parent: schema) }
  }

  /// The resource with the size and the hash of its file.
  fileprivate func written(_ file: OutputDirectory.Written) -> DataPackage.Resource {
    var resource = self
    resource.bytes = file.bytes
    resource.digest = file.digest.hex
    return resource
  }
}
