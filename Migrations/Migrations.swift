/// The history of the schema: SQL files, applied in this order, never changed once released.
public enum Migrations {
  /// One step of the schema.
  public struct Step: Sendable {
    /// The file's name without its ending.
    public let name: String
    public let sql: String
  }

  public static let all: [Step] = [
    Step("V0001_cases", PackageResources.V0001_cases_sql)
  ]
}

extension Migrations.Step {
  fileprivate init(_ name: String, _ bytes: [UInt8]) {
    self.init(name: name, sql: String(decoding: bytes, as: UTF8.self))
  }
}
