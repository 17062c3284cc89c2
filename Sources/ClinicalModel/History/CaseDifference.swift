/// What changed in a case, field by field.
public struct CaseDifference: Hashable, Sendable {
  /// One field: what it said before and says now; null where it said nothing.
  public struct Change: Hashable, Sendable {
    /// `lesions/L1/muscle`, `cases/sex`; a row's place is its `position`.
    public let path: String
    public let old: Scalar
    public let new: Scalar

    public init(path: String, old: Scalar, new: Scalar) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  public let changes: [Change]

  public init(_ changes: [Change]) { self.changes = changes }

  /// The way from one state of a case to another.
  public init(from old: [KeptRow], to new: [KeptRow]) {
    var before: [String: KeptRow] = [:]
    for row in old { before[row.path] = row }
    var changes: [Change] = []
    for row in new {
      let was = before.removeValue(forKey: row.path)
      if let was, was.cells == row.cells, was.parent == row.parent, was.position == row.position { continue }
      changes += Self.changes(from: was?.values ?? [], to: row.values, of: row)
    }
    for row in old where before[row.path] != nil { changes += Self.changes(from: row.values, to: [], of: row) }
    self.changes = changes
  }

  private static func changes(
    from old: [(name: String, value: Scalar)], to new: [(name: String, value: Scalar)], of row: KeptRow
  ) -> [Change] {
    var before: [String: Scalar] = [:]
    for (name, value) in old { before[name] = value }
    var changes: [Change] = []
    for (name, value) in new {
      let was = before.removeValue(forKey: name) ?? .null
      if was != value { changes.append(Change(path: row.path(of: name), old: was, new: value)) }
    }
    for (name, value) in old where before[name] != nil {
      changes.append(Change(path: row.path(of: name), old: value, new: .null))
    }
    return changes
  }

  /// What ``payload`` comes to for a new case, without a list of the changes.
  public static func payload(ofNew rows: [KeptRow]) -> String {
    var json: [UInt8] = [UInt8(ascii: "[")]
    json.reserveCapacity(8192)
    for row in rows {
      let place = row.path(of: "")
      row.forEachValue { name, value in
        json.append(contentsOf: json.count == 1 ? "[\"".utf8 : ",[\"".utf8)
        json.append(contentsOf: place.utf8)
        json.append(contentsOf: name.utf8)
        json.append(contentsOf: "\",null,".utf8)
        value.appendJSON(to: &json)
        json.append(UInt8(ascii: "]"))
      }
    }
    json.append(UInt8(ascii: "]"))
    return String(decoding: json, as: UTF8.self)
  }

  /// The list that a revision keeps: JSON, `[["cases/sex", null, "female"], …]` without spaces.
  public var payload: String {
    "[" + changes.map { "[\($0.path.json),\($0.old.json),\($0.new.json)]" }.joined(separator: ",") + "]"
  }
}

/// A case as its history tells it: every value under its path.
public struct ReplayedCase: Sendable {
  private var values: [String: Scalar] = [:]

  public init() {}

  /// What the history says of a path so far.
  public subscript(path: String) -> Scalar { values[path] ?? .null }

  public mutating func follow(_ change: CaseDifference.Change) {
    values[change.path] = change.new == .null ? nil : change.new
  }

  /// Where stored rows say something else, in the order of the paths: what history says first.
  public func deviations(of rows: [KeptRow]) -> [CaseDifference.Change] {
    var told = values
    var deviations: [CaseDifference.Change] = []
    for row in rows {
      for (name, value) in row.values {
        let path = row.path(of: name)
        let expected = told.removeValue(forKey: path) ?? .null
        if expected.written != value.written {
          deviations.append(CaseDifference.Change(path: path, old: expected, new: value))
        }
      }
    }
    deviations += told.map { CaseDifference.Change(path: $0.key, old: $0.value, new: .null) }
    return deviations.sorted { $0.path < $1.path }
  }
}
