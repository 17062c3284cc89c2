import ClinicalModel
package import Syntax

/// A mapping for somebody's sheet, to be completed by hand: what its headers and cells allow to guess.
package struct MappingDraft {
  /// So many rows are looked at.
  static let mostRows = 1000
  /// So many different values of a column are kept.
  static let mostValues = 30

  private let header: [String]
  private let separator: UInt8
  /// The different values of each column, as far as they were looked at.
  private var values: [[String]]

  /// Looks at a sheet.
  package init(_ source: ByteSource) throws {
    var reader = try CSVReader(source)
    header = reader.header
    separator = reader.separator
    values = header.map { _ in [] }
    var record = CSVRecord()
    var rows = 0
    while rows < Self.mostRows, try reader.next(into: &record) {
      rows += 1
      for (index, field) in record.fields.prefix(header.count).enumerated() {
        let text = field.trimmed
        if !text.isEmpty, values[index].count < Self.mostValues, !values[index].contains(text) {
          values[index].append(text)
        }
      }
    }
  }

  /// The mapping file.
  ///
  /// - Parameter advice: one line for whoever completes it: what a field is.
  package func text(_ advice: String) -> String {
    var lines = [
      "# What the columns of the sheet mean. Look at every line: it is a guess.",
      "# \(advice)",
      "\(SheetMapping.versionKey): \(SheetMapping.version)",
    ]
    if hasDecimalCommas { lines.append("decimal: \",\"") }
    var taken: Set<String> = []
    var columns: [String] = []
    for (index, name) in header.enumerated() where !name.isEmpty { columns += column(name, values[index], &taken) }
    lines += [
      "# What holds for every case; of a therapy, a lesion and so on only where the sheet tells of it:", "constants:",
      "  # ascertainment: retrospective_chart",
    ]
    for (beginning, path, value) in Self.implied
    where !taken.contains(path) && taken.contains(where: { $0.hasPrefix(beginning) }) {
      lines.append("  \(path): \(value)")
    }
    return (lines + ["columns:"] + columns).joined(separator: "\n") + "\n"
  }

  /// What a column with such a path lets one take for granted.
  private static let implied: [(beginning: String, path: String, value: String)] = [
    ("therapies/T1/delivered_", "therapies/T1/category", "radiotherapy"),
    ("driver_genes/G1/gene", "driver_genes/G1/status", "positive"),
    ("lesion_observations/O1/size", "lesion_observations/O1/presence", "present"),
    ("stagings/S1/", "stagings/S1/system", "TNM"),
  ]

  private var hasDecimalCommas: Bool {
    guard separator != UInt8(ascii: ",") else { return false }
    return values.joined().contains { text in
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
    }
  }

  private func column(_ name: String, _ values: [String], _ taken: inout Set<String>) -> [String] {
    let key = "  \(name.json):"
    let words = HeaderWords(name)
    guard let path = words.path, taken.insert(path).inserted else {
      let sample = values.prefix(3).map(\.quoted).joined(separator: ", ")
      return ["\(key) \(SheetMapping.ignored) # no field was found; it says \(sample.isEmpty ? "nothing" : sample)"]
    }
    guard let field = Self.field(path), case .cell(let row, let index) = field else { return ["\(key) \(path)"] }
    let column = row.schema.columns[index]
    var lines = [key, "    field: \(path)"]
    if let unit = words.unit, let own = column.unit, unit != own {
      lines.append(
        UnitScale(from: unit, to: own) == nil
          ? "    # the header says \(unit); the field is in \(own)" : "    unit: \(unit)")
    }
    if column.kind == .date, let dates = Self.dates(values) { lines.append("    \(dates)") }
    if case .choice(let known, closed: true) = column.kind {
      let odd = values.filter { !known.contains($0) && AbsenceMark(rawValue: $0) == nil }
      if !odd.isEmpty {
        lines.append("    values: # \(known.joined(separator: ", "))")
        for value in odd {
          let guess = ValueWords.meaning(of: value, among: known)
          lines.append("      \(value.json): \(guess ?? value.json)\(guess == nil ? " # which one?" : "")")
        }
      }
    }
    return lines.count == 2 ? ["\(key) \(path)"] : lines
  }

  private static func field(_ path: String) -> SheetField? {
    do { return try SheetField(header: path) } catch { return nil }
  }

  /// How the dates of a column are written, as a line of the mapping; nil when nothing need be said.
  private static func dates(_ values: [String]) -> String? {
    if values.contains(where: { Int($0).map { (18_000...60_000).contains($0) } == true }) {
      return "dates: \(DateStyle.excel.rawValue)"
    }
    let parts = values.map { $0.split(whereSeparator: { "/.".contains($0) }).compactMap { Int($0) } }
      .filter { $0.count == 3 && $0[2] > 31 }
    if parts.isEmpty { return nil }
    if parts.contains(where: { $0[0] > 12 }) { return "dates: \(DateStyle.dayMonthYear.rawValue)" }
    if parts.contains(where: { $0[1] > 12 }) { return "dates: \(DateStyle.monthDayYear.rawValue)" }
    return "# dates: day/month/year or month/day/year? the sheet does not tell; write the right one"
  }
}

/// The words of a header: what it names, and the unit that it gives.
struct HeaderWords {
  let unit: String?
  private let phrase: String

  init(_ header: String) {
    var text = header
    var unit: String?
    for (left, right) in [("(", ")"), ("[", "]")] {
      guard let start = text.firstIndex(of: Character(left)), let end = text.lastIndex(of: Character(right)),
        start < end
      else { continue }
      let inside = String(text[text.index(after: start)..<end]).trimmed
      if let known = Self.units[inside.lowercased()] { unit = known }
      text.removeSubrange(start...end)
    }
    var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if unit == nil, words.count > 1, let known = Self.units[words[words.count - 1]] {
      unit = known
      words.removeLast()
    }
    self.unit = unit
    phrase = words.joined(separator: " ")
  }

  private static let units: [String: String] = [
    "mm": "mm", "cm": "cm", "m": "m", "in": "[in_i]", "inch": "[in_i]", "gy": "Gy", "cgy": "cGy", "mgy": "mGy",
    "rad": "rad", "mg": "mg", "g": "g", "ug": "ug", "µg": "ug", "weeks": "wk", "wk": "wk", "days": "d", "d": "d",
    "years": "a", "yrs": "a", "y": "a", "yr": "a",
  ]

  /// The field that it most likely names; nil when none comes near.
  var path: String? {
    if let exact = Self.phrases[phrase] { return exact }
    let spelled = phrase.replacing("tumor", with: "tumour").replacing("esophag", with: "oesophag")
    if let exact = Self.phrases[spelled] { return exact }
    let near = Self.phrases.keys.filter { Nearest.isNear(spelled, $0) }.sorted()
    return near.count == 1 ? Self.phrases[near[0]] : nil
  }

  /// Phrases and the paths that they name: every field by its name and its label, then what sheets usually say.
  private static let phrases: [String: String] = {
    var phrases: [String: String] = [:]
    for schema in Case.table.schema.withDescendants where !schema.isNamed {
      let row = schema.identity == .wholeCase ? "" : "\(schema.name)/\(schema.firstID)/"
      for column in schema.columns {
        let path = row + column.name
        let names = [column.name, column.label, "\(schema.noun) \(column.name)", "\(schema.noun) \(column.label)"]
        for name in names.map({ $0.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") })
        where phrases[name] == nil { phrases[name] = path }
        phrases[path.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")] = path
      }
    }
    for (path, names) in usual { for name in names { phrases[name] = path } }
    return phrases
  }()

  private static let usual: [(String, [String])] = [
    (
      "case_id", ["case id", "patient id", "patient", "id", "case", "case no", "case number", "patient no", "pt", "no"]
    ),
    ("age", ["age", "age at diagnosis", "age at presentation", "patient age"]), ("sex", ["sex", "gender", "m f"]),
    ("vital_status", ["vital status", "alive or dead", "alive dead", "outcome", "status at last follow up", "dead"]),
    ("death_date", ["date of death", "death", "death date"]),
    ("last_contact_date", ["last follow up", "date of last follow up", "last seen", "follow up date"]),
    ("note", ["comment", "comments", "remark", "remarks", "note", "notes"]),
    (
      "primary_tumours/P1/site",
      ["primary", "primary site", "primary tumour", "tumour site", "primary cancer", "cancer"]
    ),
    ("primary_tumours/P1/histology", ["histology", "pathology", "morphology", "tumour type"]),
    ("primary_tumours/P1/diagnosed_date", ["diagnosis date", "date of diagnosis", "diagnosed"]),
    ("stagings/S1/stage_group", ["stage", "tnm stage", "stage group"]), ("stagings/S1/t", ["t", "t stage"]),
    ("stagings/S1/n", ["n", "n stage"]), ("stagings/S1/m", ["m", "m stage"]),
    ("driver_genes/G1/gene", ["gene", "driver", "driver gene", "mutation", "driver mutation", "mutated gene"]),
    ("lesions/L1/muscle", ["muscle", "muscle involved"]), ("lesions/L1/laterality", ["lesion side", "side of lesion"]),
    ("mps_episodes/E1/side", ["side", "laterality", "mps side", "side of mps"]),
    ("mps_episodes/E1/onset_date", ["onset", "onset date", "mps onset", "date of onset", "symptom onset"]),
    ("lesion_observations/O1/size", ["size", "lesion size", "tumour size", "mass size"]),
    ("therapies/T1/delivered_gy", ["rt dose", "radiation dose", "radiotherapy dose", "total dose", "dose gy", "dose"]),
    ("therapies/T1/delivered_fractions", ["fractions", "number of fractions", "fx", "rt fractions"]),
    ("responses/R1/category", ["response", "best response"]), ("sources/1/doi", ["doi"]), ("sources/1/pmid", ["pmid"]),
    ("sources/1/authors", ["author", "authors", "first author"]), ("sources/1/year", ["year", "publication year"]),
    ("sources/1/title", ["title"]), ("sources/1/journal", ["journal"]), ("sources/1/label", ["case label"]),
  ]
}

/// What the cells of other people's sheets say for the words of the model.
enum ValueWords {
  private static let usual: [String: [String]] = [
    "male": ["m", "man", "♂", "1=m"], "female": ["f", "w", "woman", "♀"],
    "dead": ["deceased", "died", "d", "dod", "doc", "yes"], "alive": ["a", "living", "awd", "ned", "no"],
    "present": ["yes", "y", "+", "positive", "pos", "1", "true"],
    "absent": ["no", "n", "-", "negative", "neg", "0", "false"],
    "positive": ["yes", "y", "+", "pos", "mutated", "mutant"],
    "negative": ["no", "n", "-", "neg", "wild type", "wt", "wild-type"],
    "left": ["l", "lt", "left side"], "right": ["r", "rt", "right side"],
    "bilateral": ["b", "bl", "both", "bilat"], "unknown": ["unk", "u", "?", "n/k", "nk"],
    "not_reported": ["not reported", "n/r", "nr", "-", "n/s", "not stated"],
    "not_applicable": ["n/a", "na", "not applicable"], "current": ["yes", "smoker", "y"],
    "never": ["no", "n", "non-smoker"],
    "former": ["ex", "ex-smoker", "past"], "CR": ["complete response", "complete"],
    "PR": ["partial response", "partial"],
    "SD": ["stable", "stable disease"], "PD": ["progression", "progressive disease", "progressive"],
  ]

  /// The word that a value stands for; nil when none comes near.
  static func meaning(of value: String, among words: [String]) -> String? {
    let wanted = value.lowercased()
    let snake = wanted.replacing(" ", with: "_").replacing("-", with: "_")
    if let word = words.first(where: { $0.lowercased() == wanted || $0.lowercased() == snake }) { return word }
    if let word = words.first(where: { usual[$0]?.contains(wanted) == true }) { return word }
    let near = words.filter { Nearest.isNear(wanted, $0.lowercased()) }
    return near.count == 1 ? near[0] : nil
  }
}
