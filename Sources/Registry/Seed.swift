import ClinicalModel
import Foundation
import SeedData

extension CaseRegistry {
  /// Writes the published cases that the program ships, as case files, into a new directory.
  ///
  /// - Throws: ``RegistryError/exists(_:)`` when there is something of that name already.
  public static func writeSeed(to directory: String) throws {
    guard !FileManager.default.fileExists(atPath: directory) else { throw RegistryError.exists(directory) }
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw RegistryError.notWritten(
        Fault("the directory \(directory) could not be made", mend: "name another one with \(action: .set(.output))"))
    }
    for file in SeedData.cases { try OutputFile(path: "\(directory)/\(file.name)").write(file.bytes) }
  }
}
