public import Interchange

/// How cases come in.
public struct ImportOptions: Sendable {
  /// What becomes of a case that is stored already.
  public enum OnExisting: String, CaseIterable, Sendable { case update, skip, refuse }

  /// What the checks call an error is stored with the reason of the command.
  public var asReported = false
  /// Everything is done and then undone; the report says what would have changed.
  public var isDryRun = false
  /// What is right is stored, although other cases are refused.
  public var keepsGood = false
  public var onExisting = OnExisting.update
  /// The format of all files; nil where their names tell.
  public var format: InputFormat?
  /// A file that says what the columns of a sheet mean.
  public var mapping: String?
  /// Told of every case.
  public var progress: (@Sendable (ImportProgress) -> Void)?
  /// Whether somebody has asked to stop.
  public var isInterrupted: (@Sendable () -> Bool)?

  public init() {}
}

/// How far an import has come.
public struct ImportProgress: Sendable {
  public let cases: Int
  /// The bytes of all files, and how many of them were read.
  public let bytes: Int
  public let totalBytes: Int

  public init(cases: Int, bytes: Int, totalBytes: Int) {
    (self.cases, self.bytes, self.totalBytes) = (cases, bytes, totalBytes)
  }
}
