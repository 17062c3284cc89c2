import ClinicalModel

/// A row on its way into the summary: what a section words itself is taken, and what nobody took is told by its label,
/// so that a new field is in the summary without a further line.
struct RowText {
  let row: UntypedRow
  let schema: Schema
  private var open: Set<Int>

  init(_ row: UntypedRow, _ schema: Schema) {
    self.row = row
    self.schema = schema
    open = Set(schema.columns.indices.filter { row.cells[$0] != .null })
  }

  /// A value as it is written, without looking at its unit; nil when the row does not tell it.
  mutating func take(_ name: String) -> String? {
    guard let index = schema.index(of: name) else { preconditionFailure("\(schema.name) declares no \(name)") }
    open.remove(index)
    return row.cells[index].written
  }

  /// A value with words around it.
  mutating func take(_ name: String, _ before: String, _ after: String = "") -> String? {
    take(name).map { before + $0 + after }
  }

  /// A word of a list as prose: `imaging_only` is imaging only.
  mutating func word(_ name: String) -> String? { take(name)?.prose }

  mutating func word(_ name: String, _ before: String, _ after: String = "") -> String? {
    word(name).map { before + $0 + after }
  }

  /// A code with its label, and the words of the source behind it where they say something else.
  mutating func code(_ name: String, in list: CodeList, words: String? = nil) -> String? {
    let told = words.flatMap { take($0) }
    guard let code = take(name) else { return told }
    let label = list.entry(code)?.label
    let known = [code, label].compactMap { $0 }.joined(separator: " ")
    return told.map { $0 == label ? known : "\(known) (\($0))" } ?? known
  }

  /// Three axes as printed: `42 × 37 × 44 mm`.
  mutating func size() -> String? {
    let axes = (1...3).compactMap { take("size\($0)_mm") }
    return axes.isEmpty ? nil : axes.joined(separator: " × ") + " mm"
  }

  /// `L1 to L3`, `L2`.
  mutating func levels() -> String? {
    let levels = [take("level_from"), take("level_to")].compactMap { $0 }
    return levels.isEmpty ? nil : "level " + (Set(levels).count == 1 ? levels[0] : levels.joined(separator: " to "))
  }

  /// What no section took: label, value, unit.
  func rest() -> [String] {
    schema.columns.indices.filter(open.contains).compactMap { index in
      let column = schema.columns[index]
      return row.cells[index].written.map { "\(column.label): \($0)\(column.shownUnit)" }
    }
  }
}

extension String {
  /// A word of a list as prose: `imaging_only` is imaging only, `fdg_pet_ct` FDG PET CT.
  var prose: String {
    if let name = Self.names[self] { return name }
    return split(separator: "_").map { Self.abbreviations.contains(String($0)) ? $0.uppercased() : String($0) }
      .joined(separator: " ")
  }

  private static let names = ["recist_1_1": "RECIST 1.1", "percist_1_0": "PERCIST 1.0", "eortc_pet": "EORTC PET"]
  private static let abbreviations: Set<String> = ["ct", "mri", "fdg", "pet", "ihc", "pcr", "rt", "ngs", "fish", "mps"]
}

extension Column {
  /// The unit behind a number, as people read it.
  var shownUnit: String {
    switch unit {
    case nil, "a", "d", "/d": ""
    case "%": " %"
    case "mo": " months"
    case let unit?: unit.hasPrefix("{") ? "" : " \(unit)"
    }
  }
}
