import ClinicalModel

/// A column of a wide sheet: its header, and what becomes of its cells.
struct SheetColumn: Sendable {
  let header: String
  /// The fields that a cell fills; none of a column that a mapping leaves out.
  let fields: [SheetField]
  /// What a mapping makes of a cell before it is read.
  var conversion: CellConversion?

  /// The columns that a header names.
  ///
  /// - Throws: `Problems` with every name that says nothing, or stands twice.
  static func columns(of header: [String], mapping: SheetMapping?) throws -> [SheetColumn] {
    var problems = Problems()
    var columns: [SheetColumn] = []
    var filled: [SheetField: String] = [:]
    for name in header {
      do throws(Fault) {
        let column =
          if name.isEmpty { SheetColumn(header: "", fields: []) } else if let mapping { try mapping.column(name) } else
          {
            SheetColumn(header: name, fields: [try SheetField(header: name)])
          }
        for field in column.fields {
          if let other = filled.updateValue(name, forKey: field) {
            throw Fault("\(name.quoted) fills the same field as \(other.quoted)", mend: "keep one of the two")
          }
        }
        columns.append(column)
      } catch {
        problems.add(Problem(line: 1, column: name, error))
      }
    }
    if mapping == nil, problems.count > header.count / 2 {
      let fault = Fault(
        "\(problems.count) of \(header.count) columns are not known here",
        mend: "\(action: .run(.draftMapping(sheet: "SHEET"))) drafts a mapping for a sheet with columns of its own")
      problems.add(Problem(line: 1, fault))
    }
    if problems.isEmpty, filled[.id] == nil {
      let fault = Fault("no column holds the id of the case", mend: "call it case_id, or map one to case_id")
      problems.add(Problem(line: 1, fault))
    }
    if let mapping {
      for name in mapping.names where !header.contains(name) {
        problems.add(
          Problem(
            line: 1,
            Fault(
              "the sheet has no column \(name.quoted), which the mapping names",
              mend: Suggestion.sentence(for: name, among: header))))
      }
    }
    if !problems.isEmpty { throw problems }
    return columns
  }

  /// Reads one cell of the column.
  func read(_ text: String, into reading: inout SheetRowDraft) {
    do throws(Fault) {
      if header.isEmpty, !text.isEmpty {
        throw Fault("\(text.quoted) stands in a column without a name", mend: "name the column in the first line")
      }
      guard let conversion else {
        for field in fields { try reading.put(text, field) }
        return
      }
      for (field, text) in try conversion.cells(text, of: fields) { try reading.put(text, field) }
    } catch {
      reading.problems.add(Problem(line: reading.line, column: header, value: text, error))
    }
  }

  /// Whether it holds the field of this path.
  func holds(_ path: String) -> Bool {
    (fields + (conversion?.fields ?? [])).contains { $0.holds(path) }
  }
}
