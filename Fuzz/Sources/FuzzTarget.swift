import ClinicalModel
import Interchange
import Syntax

/// A reader that takes bytes from outside, and what must hold whatever they are.
enum FuzzTarget: String, CaseIterable {
  case csv, sheet, mapping, json, ndjson, yaml, date, options

  nonisolated(unsafe) static var chosen = FuzzTarget.csv

  func feed(_ bytes: [UInt8]) {
    switch self {
    case .csv: csv(bytes)
    case .sheet: sheet(bytes)
    case .mapping: mapping(bytes)
    case .json: caseFile(.json, bytes)
    case .ndjson: caseFile(.ndjson, bytes)
    case .yaml: caseFile(.yaml, bytes)
    case .date: date(bytes)
    case .options: options(bytes)
    }
  }

  /// Equal bytes in other pieces are the same records, or the same problem; records that are written read back.
  private func csv(_ bytes: [UInt8]) {
    let whole = records(bytes, piece: .max)
    let pieces = records(bytes, piece: 3)
    require(whole.records == pieces.records && whole.problem?.fault == pieces.problem?.fault, "pieces differ")
    require(whole.problem == nil || whole.problem?.fault.what.isEmpty == false, "a problem without words")
    guard whole.problem == nil, let header = whole.records.first else { return }
    var writer = CSVWriter()
    for index in header.indices { writer.plain("c\(index)") }
    writer.endRow()
    for record in whole.records.dropFirst() {
      for field in record { writer.text(field) }
      writer.endRow()
    }
    let again = records(writer.drain(), piece: .max).records.dropFirst().map { $0.map(CSVWriter.published) }
    require(again == Array(whole.records.dropFirst()), "what is written reads back otherwise")
  }

  private func records(_ bytes: [UInt8], piece: Int) -> (records: [[String]], problem: Problem?) {
    var rest = bytes[...]
    let source = ByteSource {
      defer { rest = rest.dropFirst(piece) }
      return Array(rest.prefix(piece))
    }
    var records: [[String]] = []
    do {
      var reader = try CSVReader(source)
      records.append(reader.header)
      var record = CSVRecord()
      while try reader.next(into: &record) { records.append(record.fields) }
    } catch {
      return (records, error as? Problem ?? Problem(Fault("\(error)")))
    }
    return (records, nil)
  }

  /// A row of a sheet is a case or has a problem with its line; the same row over that case changes nothing.
  private func sheet(_ bytes: [UInt8]) {
    let names = [
      "case_id", "age", "sex", "death_date", "pack_years", "sources/1/doi", "sources/1/year", "primary_tumours/P1/site",
      "stagings/S1/t", "driver_genes/G1/gene", "lesions/L1/muscle", "lesion_observations/O1/size",
      "therapies/T1/category", "therapies/T1/delivered_gy", "therapies/T1/targets", "responses/R1/therapies",
      "site_group", "note",
    ]
    let header = Array((names.joined(separator: ",") + "\n").utf8)
    do {
      var sheet = try WideSheet(ByteSource(header + bytes))
      while let incoming = try sheet.next() {
        guard case .patch(let patch) = incoming.content else { continue }
        var problems = incoming.problems
        let subject = Case.read(try patch.applied(to: nil, &problems), &problems)
        for problem in problems.kept where incoming.sheet?.place(problem.path) == nil {
          require(problem.line != nil || incoming.line != nil, "a problem without a line: \(problem)")
        }
        guard problems.isEmpty else { continue }
        var again = Problems()
        let same = Case.read(try patch.applied(to: subject.plain, &again), &again)
        require(again.isEmpty && same == subject, "the same row changes the case")
      }
    } catch {
      require(error is Problem || error is Problems, "\(error)")
    }
  }

  private func mapping(_ bytes: [UInt8]) {
    do { _ = try SheetMapping(bytes) } catch { require(error is Problem || error is Problems, "\(error)") }
  }

  /// A case that is read is written and read again as the same case.
  private func caseFile(_ format: CaseFile, _ bytes: [UInt8]) {
    do {
      try format.read(bytes) { subject, problems in
        guard problems.isEmpty else { return }
        var count = 0
        try format.read(Array(try format.text(of: subject).utf8)) { again, found in
          count += 1
          require(found.isEmpty && again == subject, "\(subject.id) reads back otherwise")
        }
        require(count == 1, "one case reads back as \(count)")
      }
    } catch {
      require(error is Problem, "\(error)")
    }
  }

  /// A date is written as it is read, and its first day is not after its last.
  private func date(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    do {
      let date = try PartialDate(parsing: text)
      let again = try PartialDate(parsing: date.text)
      require(again == date && again.text == date.text, "\(date.text) reads back otherwise")
    } catch {
      require(!error.what.isEmpty, "a fault without words")
    }
  }

  /// Options are a case or a fault; such a case is written and read again as itself.
  private func options(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    var patch = CasePatch(id: "a-1")
    let tables = Case.table.schema.withDescendants.dropFirst()
    let subject: Case
    let isWhole: Bool
    do throws(Fault) {
      for (index, line) in text.split(separator: "\n").prefix(8).enumerated() {
        switch index {
        case 0: try patch.set(pairs: String(line))
        case 1: try patch.addGenes([String(line)], [])
        case 2: try patch.set(pair: String(line))
        case _:
          guard let number = line.first?.wholeNumberValue else { continue }
          try patch.add(tables[tables.startIndex + number % tables.count], String(line.dropFirst()))
        }
      }
      var problems = patch.problems
      subject = Case.read(try patch.applied(to: nil, &problems), &problems)
      isWhole = problems.isEmpty
    } catch {
      return require(!error.what.isEmpty, "a fault without words")
    }
    guard isWhole else { return }
    do {
      try CaseFile.yaml.read(Array(try CaseFile.yaml.text(of: subject).utf8)) { again, found in
        require(found.isEmpty && again == subject, "the options read back otherwise")
      }
    } catch {
      require(false, "\(error)")
    }
  }

  private func require(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
  }
}
