import ClinicalModel
import Interchange
import Storage

extension CaseRegistry {
  /// Writes a cohort as a Frictionless Data Package: the flat rows and their dictionary; what is identified also has all
  /// tables and the publications.
  func writePackage(
    _ order: ExportOrder, _ session: ReadSession, to folder: OutputDirectory.Folder
  ) throws -> (CohortSize, rows: Int) {
    var release = CohortRelease(of: CaseFacts.columns, under: order.profile)
    let size = try folder.file("cohort.csv") { try writeCohort(order.query, &release, session, to: $0) }
    var tables = [DataPackage.Table(of: release.columns)]
    let isFull = order.profile == .full
    var rows = size.patients
    if isFull {
      rows += try LongTables.write(order.query, session, to: folder)
      tables += DataPackage.Table.all(under: Case.table.schema, parent: nil)
    }
    let told = DataDictionary.entries.filter { entry in
      isFull || entry.cells[0] == .text("case_facts") && release.columns.contains { .text($0.name) == entry.cells[1] }
    }
    try folder.file("dictionary.csv") { sink in
      var writer = ListingWriter(columns: DataPackage.Table.dictionary.columns, .csv, width: nil)
      for entry in told { writer.add(entry.cells) }
      try sink.write(writer.drain())
    }
    tables.append(.dictionary)
    let change = try session.lastChange()
    let package = DataPackage(
      name: order.name?.lowercased() ?? "psoas-cohort", title: "Cases of malignant psoas syndrome",
      version: String(change.head.seq), created: change.time,
      cohort: (order.name.map { [("cohort", $0)] } ?? []) + [
        ("criteria", order.query.commandLine), ("profile", order.profile.rawValue),
        ("registry", change.head.text), ("rows", String(rows)), ("patients", String(size.patients)),
        ("reports", String(size.reports)),
      ], sources: isFull ? try session.sources(in: order.query) : [],
      resources: folder.files.compactMap { file in
        tables.first { "\($0.name).csv" == file.name }.map { $0.resource(bytes: file.bytes, digest: file.digest.hex) }
      })
    try folder.file("datapackage.json") { try $0.write(Array(package.text.utf8)) }
    return (size, rows)
  }
}

extension DataPackage {
  /// A table of the package before it is written.
  fileprivate struct Table {
    let name: String
    let title: String
    let columns: [Column]
    var key: [String] = []
    var foreignKeys: [(fields: [String], resource: String, reference: [String])] = []
    var isMarked = false

    static let dictionary = Table(
      name: "dictionary", title: "What every column means",
      columns: DictionaryEntry.columns.map { name in
        Column(
          name, name, kind: ["min", "max"].contains(name) ? .real : .text, privacy: .safe,
          meaning: "Of the column that the line tells of: \(name).")
      })

    /// The flat rows of a cohort.
    init(of columns: [Column]) {
      self.init(name: "cohort", title: "A row a patient", columns: columns, key: ["case_id"], isMarked: true)
    }

    private init(
      name: String, title: String, columns: [Column], key: [String] = [],
      foreignKeys: [(fields: [String], resource: String, reference: [String])] = [], isMarked: Bool = false
    ) {
      self.name = name
      self.title = title
      self.columns = columns
      self.key = key
      self.foreignKeys = foreignKeys
      self.isMarked = isMarked
    }

    /// A table and those below it. A reference that can be empty is told in words alone: a key of two columns cannot be.
    static func all(under schema: Schema, parent: Schema?) -> [Table] {
      let keys = LongTable.keys(of: schema)
      var foreign: [(fields: [String], resource: String, reference: [String])] = []
      if parent != nil { foreign.append((["case_id"], "cases", ["case_id"])) }
      if let column = schema.parentColumn, let parent {
        foreign.append((["case_id", column], parent.name, ["case_id", "id"]))
      }
      if case .named(let column, let table) = schema.identity {
        foreign.append((["case_id", column], table, ["case_id", "id"]))
      }
      let keyColumns = keys.map { key in
        Column(key, key, kind: .text, privacy: .quasi, required: true, meaning: "Says which row it is.")
      }
      let isNamed = if case .named = schema.identity { true } else { false }
      let table = Table(
        name: schema.name, title: schema.meaning, columns: keyColumns + schema.columns,
        key: isNamed ? keys : keys.filter { $0 != schema.parentColumn }, foreignKeys: foreign)
      return [table] + schema.children.flatMap { all(under: $0, parent: schema) }
    }

    func resource(bytes: Int, digest: String) -> DataPackage.Resource {
      DataPackage.Resource(
        name: name, title: title, columns: columns, key: key, foreignKeys: foreignKeys, isMarked: isMarked,
        bytes: bytes, digest: digest)
    }
  }
}
