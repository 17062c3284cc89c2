import ClinicalModel
import Foundation
import Interchange

/// What an import reads: a case file, a sheet, or a directory of tables.
enum ImportInput: Sendable {
  case cases(InputFile, CaseFile)
  case sheet(InputFile)
  /// A directory of CSVs, a file a table.
  case tables([InputFile])

  var files: [InputFile] {
    switch self {
    case .cases(let file, _), .sheet(let file): [file]
    case .tables(let files): files
    }
  }

  /// The bytes of its files, as far as that can be known.
  var size: Int { files.reduce(0) { $0 + $1.size } }

  /// What a path means: a file; a directory of tables when it holds `cases.csv`; else what the directory and those
  /// inside it hold, in order.
  ///
  /// - Parameter format: nil where the file's name tells.
  static func expand(_ path: String, as format: ImportOptions.Format?) throws -> [ImportInput] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
      return [try input(InputFile(path: path), format)]
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    if names.contains("cases.csv") {
      let tables = names.filter { $0.hasSuffix(".csv") && !$0.contains("/") }
      return [.tables(tables.map { InputFile(path: folder + $0) })]
    }
    let fitting = names.filter { name in
      format == nil ? CaseFile(fileName: name) != nil || name.lowercased().hasSuffix(".csv") : !name.hasSuffix("/")
    }
    guard !fitting.isEmpty else {
      throw RegistryError.noInput(Fault("\(path) holds no case files", mend: endings))
    }
    return try fitting.map { try input(InputFile(path: folder + $0), format) }
  }

  private static let endings: Message = "case files end in .yaml, .json or .ndjson, sheets in .csv"

  private static func input(_ file: InputFile, _ format: ImportOptions.Format?) throws -> ImportInput {
    if let format { return CaseFile(rawValue: format.rawValue).map { .cases(file, $0) } ?? .sheet(file) }
    if let known = CaseFile(fileName: file.path) { return .cases(file, known) }
    if let table = LongTable.schema(ofFile: file.name), table.identity != .wholeCase {
      throw RegistryError.usage(
        Fault(
          "\(file.path) is named like a table of a directory",
          mend:
            "import the directory with its cases.csv; \(action: .set(.formatOfFiles, to: "csv")) reads it as a sheet with a case a row"
        ))
    }
    let ending = file.path.lowercased()
    if [".csv", ".tsv"].contains(where: ending.hasSuffix) { return .sheet(file) }
    let isWorkbook = [".xlsx", ".xls", ".ods"].contains(where: ending.hasSuffix)
    throw RegistryError.usage(
      Fault(
        "the ending of \(file.path) is not known",
        mend: isWorkbook
          ? "save the sheet as CSV UTF-8 (comma delimited)"
          : "\(endings); \(action: .set(.formatOfFiles, to: "FORMAT")) says what it is"
      ))
  }
}
