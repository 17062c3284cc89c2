extension InputFormat {
  /// A sheet with a case a row.
  static let sheet = InputFormat("csv", endings: ["csv", "tsv"], isSheet: true) { files, mapping, tallies, each in
    for file in files {
      var sheet = try WideSheet(try file.open(), mapping: mapping)
      defer { tallies.append(FileTally(path: file.path, rows: sheet.rows, blank: sheet.blank)) }
      while let incoming = try sheet.next() { try each(incoming, file.path) }
    }
  }

  /// A directory of sheets, a file a table; its first file is the one of the cases.
  package static let tables = InputFormat("tables", endings: [], isSheet: true) { files, _, tallies, each in
    var sheets = try LongSheets(files)
    defer { tallies = sheets.tallies }
    let cases = files.first { $0.name == LongTable.casesFile }?.path ?? ""
    while let incoming = try sheets.next() { try each(incoming, cases) }
  }
}
