import Interchange

/// Case files as others may need them: to fill in, and to check.
public enum CaseFileHelp {
  /// A commented YAML case file.
  ///
  /// - Parameter full: every field; else those that a case report usually tells.
  public static func template(full: Bool) -> String { CaseTemplate.text(full: full) }

  /// The header of a sheet with a case a row.
  ///
  /// - Parameter full: as in ``template(full:)``.
  public static func sheet(full: Bool) -> String {
    var writer = CSVWriter()
    for name in CaseTemplate.header(full: full) { writer.plain(name) }
    writer.endRow()
    return String(decoding: writer.drain(), as: UTF8.self)
  }

  /// The JSON Schema (2020-12) of a case file.
  public static var jsonSchema: String { CaseSchema.text }
}
