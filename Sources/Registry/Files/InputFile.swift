import ClinicalModel
import Foundation

/// A file that is read.
struct InputFile {
  /// As the user gave it.
  let path: String

  /// - Throws: an error that says which file is missing or closed to us.
  func bytes() throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      let there = FileManager.default.fileExists(atPath: path)
      throw RegistryError.noInput(
        there
          ? Fault("\(path) cannot be read", mend: "check its permissions")
          : Fault("there is no file \(path)", mend: "check the path; psoas looks from the directory you are in"))
    }
  }

  /// Takes the file away.
  func remove() throws {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw RegistryError.notWritten(Fault("\(path) could not be removed", mend: "remove it by hand"))
    }
  }

  /// The files that a path means: itself, or what a directory and those inside it hold, in order.
  static func expand(_ path: String, where fits: (String) -> Bool) throws -> [InputFile] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
      return [InputFile(path: path)]
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter(fits).sorted()
    guard !names.isEmpty else {
      throw RegistryError.noInput(
        Fault("\(path) holds no case files", mend: "case files end in .yaml, .json or .ndjson"))
    }
    return names.map { InputFile(path: path.hasSuffix("/") ? path + $0 : "\(path)/\($0)") }
  }
}
