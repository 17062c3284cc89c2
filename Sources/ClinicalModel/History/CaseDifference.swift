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
  public init(from old: [FlatRow], to new: [FlatRow]) {
    var before: [String: FlatRow] = [:]
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
    from old: [(name: String, value: Scalar)], to new: [(name: String, value: Scalar)], of row: FlatRow
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
}
