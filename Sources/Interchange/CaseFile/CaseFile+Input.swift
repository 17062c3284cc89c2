import ClinicalModel

extension InputFormat {
  package static let yaml = InputFormat(.yaml, endings: ["yaml", "yml"])
  static let json = InputFormat(.json, endings: ["json"])
  static let ndjson = InputFormat(.ndjson, endings: ["ndjson", "jsonl"])

  private init(_ format: CaseFile, endings: [String]) {
    self.init(format.rawValue, endings: endings) { files, _, tallies, each in
      for file in files {
        var rows = 0
        defer { tallies.append(FileTally(path: file.path, rows: rows, blank: 0)) }
        try format.read(try file.open()) { incoming in
          rows += 1
          try each(incoming, file.path)
        }
        if rows == 0 { throw Problem(Fault("the file holds no case", mend: "begin with id: …")) }
      }
    }
  }
}
