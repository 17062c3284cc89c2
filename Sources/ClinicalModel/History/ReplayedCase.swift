/// A case as its history tells it: every value under its path.
public struct ReplayedCase: Sendable {
  /// The case's id.
  public let id: String
  private var values: [String: Scalar] = [:]

  public init(id: String) { self.id = id }

  /// What the history says of a path so far.
  public subscript(path: String) -> Scalar { values[path] ?? .null }

  public mutating func follow(_ change: CaseDifference.Change) {
    values[change.path] = change.new == .null ? nil : change.new
  }

  /// The rows that the values are of, in the order of the tables; what stands under no path of a case is left out.
  public var rows: [FlatRow] {
    let tables = Case.table.schema.withDescendants
    var cells: [String: (schema: Schema, values: [(name: String, value: Scalar)])] = [:]
    for (path, value) in values {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1, let schema = tables.first(where: { $0.name == parts[0] }) else { continue }
      let isOfCase = schema.identity == .wholeCase
      guard parts.count == (isOfCase ? 2 : 3) else { continue }
      let row = isOfCase ? schema.name : "\(parts[0])/\(parts[1])"
      cells[row, default: (schema, [])].values.append((parts[parts.count - 1], value))
    }
    return tables.flatMap { schema in
      let ofCase = schema.identity == .wholeCase
      let keys = ofCase ? [schema.name] : cells.filter { $0.value.schema === schema }.map(\.key)
      return keys.map { key in
        let told = Dictionary(uniqueKeysWithValues: (cells[key]?.values ?? []).map { ($0.name, $0.value) })
        let position = told["position"]?.written.flatMap(Int.init) ?? 1
        return FlatRow(
          schema: schema, key: ofCase ? id : String(key.dropFirst(schema.name.utf8.count + 1)),
          parent: schema.parentColumn.flatMap { told[$0]?.written } ?? "", position: position,
          cells: schema.columns.map { $0.cell(told[$0.name] ?? .null) })
      }.sorted { $0.position < $1.position }
    }
  }

  /// Where stored rows say something else, in the order of the paths: what history says first.
  public func deviations(of rows: [FlatRow]) -> [CaseDifference.Change] {
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

extension Column {
  /// A value of the column as it is stored: JSON does not tell 30 from 30.0.
  fileprivate func cell(_ value: Scalar) -> Scalar {
    if kind == .real, case .integer(let number) = value { .real(Double(number)) } else { value }
  }
}
