package import Syntax

/// A format in which cases come in.
public struct InputFormat: Sendable {
  /// What one calls it where the name of a file does not tell: `yaml`.
  public let name: String
  /// What the names of its files end in, without the dot; the first is the usual one.
  public let endings: [String]
  /// Whether its cases are rows that are laid over what is stored, and no whole cases.
  public let isSheet: Bool
  package let read: Reader

  /// Reads files of the format, case by case.
  ///
  /// - Parameters:
  ///   - files: one; of a directory all that it holds.
  ///   - mapping: what the columns of a foreign sheet mean.
  ///   - tallies: is told, also before an error, what was read of each file.
  ///   - each: hears a case, and the path of the file that it stands in.
  /// - Throws: a `Problem` or `Problems` where the file as a whole cannot be read.
  package typealias Reader =
    @Sendable (
      _ files: [InputBytes], _ mapping: SheetMapping?, _ tallies: inout [FileTally],
      _ each: (IncomingCase, String) throws -> Void
    ) throws -> Void

  package init(_ name: String, endings: [String], isSheet: Bool = false, read: @escaping Reader) {
    self.name = name
    self.endings = endings
    self.isSheet = isSheet
    self.read = read
  }

  /// All that are read, in the order in which they are told: the one list.
  public static let all: [InputFormat] = [.yaml, .json, .ndjson, .sheet]

  /// The format of this name; nil when there is none.
  public init?(named name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The format that a file's ending promises; nil when it promises none of these.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[dot...].dropFirst().lowercased()
    guard let found = Self.all.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = found
  }
}

/// One file that is read.
package struct InputBytes {
  /// Its name without the directories above it.
  package let name: String
  package let path: String
  package let open: () throws -> ByteSource

  package init(name: String, path: String, open: @escaping () throws -> ByteSource) {
    self.name = name
    self.path = path
    self.open = open
  }
}

/// How many rows a file has, and how many of them say nothing; of a case file a row is a case.
package struct FileTally: Sendable {
  package let path: String
  package let rows: Int
  package let blank: Int

  package init(path: String, rows: Int, blank: Int) {
    (self.path, self.rows, self.blank) = (path, rows, blank)
  }
}
