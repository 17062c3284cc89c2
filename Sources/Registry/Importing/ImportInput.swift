import ClinicalModel
import Foundation
import Interchange

/// What an import reads at once: a file, or a directory of tables.
struct ImportInput: Sendable {
  let files: [InputFile]
  let format: InputFormat

  /// The bytes of its files, as far as that can be known.
  var size: Int { files.reduce(0) { $0 + $1.size } }

  /// What a path means: a file; a directory of tables when it holds `cases.csv`; else what the directory and those
  /// inside it hold, in order.
  ///
  /// - Parameter format: nil where the file's name tells.
  static func expand(_ path: String, as format: InputFormat?) throws -> [ImportInput] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
      return [try input(InputFile(path: path), format)]
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    if names.contains(LongTable.casesFile) {
      let tables = names.filter { $0.hasSuffix(".csv") && !$0.contains("/") }
      return [ImportInput(files: tables.map { InputFile(path: folder + $0) }, format: .tables)]
    }
    let fitting = names.filter { name in
      format == nil ? InputFormat(fileName: name) != nil : !name.hasSuffix("/")
    }
    guard !fitting.isEmpty else {
      throw RegistryError.noInput(Fault("\(path) holds no case files", mend: endings))
    }
    return try fitting.map { try input(InputFile(path: folder + $0), format) }
  }

  private static let endings: Message = {
    func ends(_ isSheet: Bool) -> String {
      InputFormat.all.filter { $0.isSheet == isSheet }.map { ".\($0.endings[0])" }.listed
    }
    return "case files end in \(ends(false)), sheets in \(ends(true))"
  }()

  private static func input(_ file: InputFile, _ format: InputFormat?) throws -> ImportInput {
    if let format { return ImportInput(files: [file], format: format) }
    if let table = LongTable.schema(ofFile: file.name), table.identity != .wholeCase {
      throw RegistryError.usage(
        Fault(
          "\(file.path) is named like a table of a directory",
          mend:
            "import the directory with its cases.csv; \(action: .set(.formatOfFiles, to: "csv")) reads it as a sheet with a case a row"
        ))
    }
    if let known = InputFormat(fileName: file.path) { return ImportInput(files: [file], format: known) }
    let isWorkbook = [".xlsx", ".xls", ".ods"].contains(where: file.path.lowercased().hasSuffix)
    throw RegistryError.usage(
      Fault(
        "the ending of \(file.path) is not known",
        mend: isWorkbook
          ? "save the sheet as CSV UTF-8 (comma delimited)"
          : "\(endings); \(action: .set(.formatOfFiles, to: "FORMAT")) says what it is"))
  }
}
