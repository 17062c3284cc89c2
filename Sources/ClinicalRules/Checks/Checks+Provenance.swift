import ClinicalModel

extension EditChecks {
  static let provenance: [EditCheck] = [
    EditCheck(
      "PV-01", .error, "A publication stands once among the sources of a case.",
      fields: ["sources.doi", "sources.pmid"], source: "LinkML"
    ) { reading, judge in
      for (index, first) in reading.subject.sources.enumerated() {
        judge.pass()
        for second in reading.subject.sources.dropFirst(index + 1) {
          let isSame = (first.doi != nil && first.doi == second.doi) || (first.pmid != nil && first.pmid == second.pmid)
          judge.expect(
            !isSame, .error,
            "\(first.id) and \(second.id) have the same \(first.doi == second.doi && first.doi != nil ? "doi" : "pmid")",
            mend: "keep one of the two", [reading.at(first, "doi"), reading.at(second, "doi")])
        }
      }
    },
    EditCheck(
      "PV-02", .warning, "Where some rows say where in the source they stand, all do.",
      fields: ["annotations.about", "annotations.section"], source: "LinkML reference validator"
    ) { reading, judge in
      let about = Set(
        reading.subject.annotations.compactMap { $0.about.flatMap { cell in cell.row.map { "\(cell.table)/\($0)" } } })
      let silent: Set<String> = ["cases", "sources", "annotations", "therapy_targets", "response_therapies"]
      let rows = reading.rows.filter { !silent.contains($0.schema.name) }
      guard !rows.isEmpty, !reading.subject.annotations.isEmpty else { return judge.cannot("nothing is annotated") }
      let without = rows.filter { !about.contains($0.path) }
      judge.expect(
        without.isEmpty || without.count * 2 > rows.count, .warning,
        "\(without.count) of \(rows.count) rows do not say where in the source they stand: \(without.prefix(5).map(\.path).joined(separator: ", "))",
        mend:
          "add a remark with the section, for example \(action: .addAnnotation(pairs: "about=\(without.first?.path ?? ""),kind=source,section=2"))",
        [without.first.map(\.path) ?? "cases/note"])
    },
    EditCheck(
      "PV-03", .warning, "A publication is not older than what it tells.", fields: ["sources.year"],
      source: "this registry"
    ) { reading, judge in
      let years = reading.subject.sources.filter { [.primary, .samePatient, nil].contains($0.role) }.compactMap {
        source in
        source.year.map { (source, $0.value) }
      }
      guard let (source, year) = years.max(by: { $0.1 < $1.1 }) else { return judge.cannot("no year of publication") }
      for event in reading.dates {
        guard let window = event.entry.window, window.axis == .calendar else { continue }
        let last = CalendarDay.number(year: year, month: 12, day: 31)
        judge.expect(
          window.days.lowerBound <= last, .warning, "\(source.id) is of \(year), and tells of \(event.told)",
          mend: "check both", [reading.at(source, "year"), event.path])
      }
    },
    EditCheck(
      "PV-04", .warning, "Whether another case is the same patient is decided.", fields: ["case_links.state"],
      source: "ClinGen"
    ) { reading, judge in
      judge.expect(
        reading.context.openLinks.isEmpty, .warning,
        "\(reading.subject.id) may be the patient of \(reading.context.openLinks.joined(separator: ", "))",
        mend: "decide it: same_patient or distinct", ["cases/id"])
    },
    EditCheck(
      "PV-05", .warning, "A discrepancy says what it is.", fields: ["annotations.reason"], source: "Phenopacket store"
    ) { reading, judge in
      for remark in reading.subject.annotations where remark.kind == .discrepancy {
        judge.expect(
          remark.reason != nil || remark.quote != nil, .warning,
          "\(remark.id) is a discrepancy about \(remark.about?.text ?? "") and says not which",
          mend: "write both values as its reason", [reading.at(remark, "reason")])
      }
    },
    EditCheck(
      "PV-06", .error, "Names and labels are one line.",
      fields: ["sources.label", "lesions.region", "findings.label", "therapies.agent", "adverse_events.term"],
      source: "Phenopacket store"
    ) { reading, judge in
      for row in reading.rows {
        for index in Self.names[row.schema.name] ?? [] {
          guard case .text(let text) = row.cells[index] else { continue }
          let column = row.schema.columns[index]
          judge.expect(
            !text.utf8.contains(10) && !text.utf8.contains(9), .error,
            "\(column.name) of \(row.key) holds a line break or a tab",
            mend: "write it on one line; a longer text goes into the note", [row.path(of: column.name)])
        }
      }
    },
    EditCheck(
      "PV-07", .warning, "No text looks like what a spreadsheet makes of something else.",
      fields: ["driver_genes.variant", "findings.label", "therapies.dose_text"], source: "cBioPortal"
    ) { reading, judge in
      for row in reading.rows {
        for index in Self.texts[row.schema.name] ?? [] {
          guard case .text(let text) = row.cells[index] else { continue }
          let column = row.schema.columns[index]
          judge.expect(
            !text.isSpreadsheetDamage, .warning,
            "\(column.name) of \(row.key) is \(text.quoted), which a spreadsheet may have made",
            mend: "check it in the source: a gene, a range or an id was turned into a date or a number",
            [row.path(of: column.name)])
        }
      }
    },
  ]
  /// The columns of each table that hold a name or a label.
  private static let names = columns {
    ["label", "region", "agent", "regimen", "term", "site_text", "histology_text", "variant", "assay"].contains($0.name)
  }

  /// The columns of each table that hold free text.
  private static let texts = columns { $0.kind == .text }

  private static func columns(_ fits: (Column) -> Bool) -> [String: [Int]] {
    Dictionary(
      uniqueKeysWithValues: Case.table.schema.withDescendants.map { schema in
        (schema.name, schema.columns.indices.filter { fits(schema.columns[$0]) })
      })
  }
}

extension String {
  /// `1-Mar`, `Jan-99`, `1.01E+05`.
  fileprivate var isSpreadsheetDamage: Bool {
    guard utf8.count <= 9, utf8.contains(UInt8(ascii: "-")) || utf8.contains(UInt8(ascii: "+")) else { return false }
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let parts = split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
    if parts.count == 2 {
      let isNumber = { (part: String) in (1...2).contains(part.utf8.count) && part.utf8.allSatisfy(\.isDigit) }
      return months.contains(parts[0]) && isNumber(parts[1]) || isNumber(parts[0]) && months.contains(parts[1])
    }
    let power = split(separator: "E", omittingEmptySubsequences: false)
    return power.count == 2 && power[1].hasPrefix("+") && Double(self) != nil
  }
}
