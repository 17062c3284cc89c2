/// The ids of rows that bring none: the letter of their table with the lowest free number; of a publication what
/// identifies it everywhere.
struct RowNumbering {
  private var taken: [String: Set<String>] = [:]
  private var next: [String: Int] = [:]

  /// - Returns: false when the table has a row of this id already.
  @discardableResult mutating func take(_ id: String, in schema: Schema) -> Bool {
    taken[schema.name, default: []].insert(id).inserted
  }

  /// The id of a row that brings none; nil where a row is named by others.
  mutating func free(for row: UntypedRow, of schema: Schema, caseID: String) -> String? {
    switch schema.identity {
    case .wholeCase, .named: return nil
    case .numbered(let letter):
      while true {
        let number = next[schema.name, default: 0] + 1
        next[schema.name] = number
        let id = letter + String(number)
        if taken[schema.name]?.contains(id) != true { return id }
      }
    case .publication:
      let id = Source.id(row.cells, caseID: caseID)
      var (numbered, number) = (id, 1)
      while !take(numbered, in: schema) {
        number += 1
        numbered = "\(id)-\(number)"
      }
      return numbered
    }
  }
}
