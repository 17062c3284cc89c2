/// What changes a case, or makes one: rows taken away, fields set and emptied, rows added or laid over others, and why
/// values are absent.
///
/// Options, sheets and whoever edits a case make one; ``applied(to:_:)`` makes a case of it and of what is stored.
public struct CasePatch: Sendable {
  /// The id of the case.
  public var id: String
  /// Rows to take away, by their paths: `therapies/T3`.
  public var removals: [String] = []
  /// Fields to set, by their paths: `lesions/L4/muscle`, `cases/sex`; of the case itself also `sex`. Null empties a field.
  public var fields: [(path: String, value: Scalar)] = []
  public var rows: [Row] = []
  /// What could not be read where it comes from.
  public var problems = Problems()

  public init(id: String) { self.id = id }

  /// Whether it says nothing.
  public var isEmpty: Bool { removals.isEmpty && fields.isEmpty && rows.isEmpty && problems.isEmpty }

  /// One row, with what stands in it.
  public struct Row: Sendable {
    public let schema: Schema
    public let standing: Standing
    /// Without an id where none is given. A cell that is null says nothing.
    public var row: UntypedRow
    /// The row that it stands in; nil where nobody says.
    public var parent: String?
    /// The fields that have no value, and why.
    public var absences: [(field: String, reason: String)] = []
    /// Whether there is such a row. One of which only absences are told is none.
    public var isTold = true
    /// Whether its id is only its place among the rows beside it.
    public internal(set) var isNumbered = false

    public init(_ row: UntypedRow, of schema: Schema, _ standing: Standing, parent: String? = nil) {
      self.row = row
      self.schema = schema
      self.standing = standing
      self.parent = parent
    }

    /// `lesions/L1/muscle`, `cases/sex`.
    public func path(of column: String) -> String {
      schema.path(row: schema.key(ofRow: row.id, in: parent ?? ""), column: column)
    }
  }

  /// How a row stands to those that are stored.
  public enum Standing: Sendable {
    /// A new row beside them.
    case added
    /// Over the row of its id; a new one where there is none.
    case laid
  }
}
