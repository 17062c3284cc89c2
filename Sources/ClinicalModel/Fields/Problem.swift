/// Something wrong in a case, with the place where it stands.
public struct Problem: Error, Hashable, Sendable {
  /// The file or option it came from, as the user gave it; empty until it is known.
  public var file: String
  /// Counted from 1; nil when it belongs to no line.
  public var line: Int?
  /// The column of a sheet, as its header calls it; empty where there is none.
  public var column: String
  /// What stands in that column, as it is written there.
  public var value: String
  /// The case's id; empty while it is not known.
  public var caseID: String
  /// The field: `lesions/L1/muscle`; empty when the case as a whole is wrong.
  public let path: String
  public let fault: Fault

  public init(
    file: String = "", line: Int? = nil, column: String = "", value: String = "", caseID: String = "",
    path: String = "", _ fault: Fault
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.caseID = caseID
    self.path = path
    self.fault = fault
  }

  /// `file: line 3: column Muscle: kodama2024-1: lesions/L1/muscle: what is wrong; how to mend`.
  ///
  /// - Parameter spelled: as in ``Message/text(_:)``.
  public func text(_ spelled: (Action) -> String) -> String {
    let told = value.isEmpty || fault.what.holds(value.quoted) ? "" : " (\(value.quoted))"
    return [
      file, line.map { "line \($0)" } ?? "", column.isEmpty ? "" : "column \(column)\(told)", caseID,
      path == column ? "" : path, fault.message.text(spelled),
    ].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

/// Problems as they are found: the first thousand are kept, the rest counted.
public struct Problems: Error, Sendable {
  public static let limit = 1000
  /// What keeps a case out.
  public private(set) var kept: [Problem] = []
  public private(set) var count = 0
  /// What is worth a look, and keeps nothing out.
  public private(set) var notices: [Problem] = []

  public init() {}

  public var isEmpty: Bool { count == 0 }

  public mutating func add(_ problem: Problem) {
    count += 1
    if kept.count < Self.limit { kept.append(problem) }
  }

  /// Takes over what was found in one case of one file.
  public mutating func add(_ others: Problems, file: String, caseID: String) {
    func placed(_ problem: Problem) -> Problem {
      var placed = problem
      if placed.file.isEmpty { placed.file = file }
      if placed.caseID.isEmpty { placed.caseID = caseID }
      return placed
    }
    for problem in others.kept { add(placed(problem)) }
    count += others.count - others.kept.count
    notices += others.notices.prefix(Self.limit - min(Self.limit, notices.count)).map(placed)
  }

  public mutating func notice(_ problem: Problem) {
    if notices.count < Self.limit { notices.append(problem) }
  }

  mutating func add(_ fault: Fault, row: UntypedRow, of schema: Schema, column: Int) {
    add(Problem(row, schema, column, fault))
  }

  mutating func notice(_ fault: Fault, row: UntypedRow, of schema: Schema, column: Int) {
    notice(Problem(row, schema, column, fault))
  }
}

extension Problem {
  fileprivate init(_ row: UntypedRow, _ schema: Schema, _ column: Int, _ fault: Fault) {
    self.init(
      line: row.line(ofCell: column), path: schema.path(row: row.id, column: schema.columns[column].name), fault)
  }
}

extension Schema {
  /// How a field is named in messages, annotations and history: `lesions/L1/muscle`, `cases/sex`.
  public func path(row: String, column: String) -> String {
    switch identity {
    case .wholeCase: "\(name)/\(column)"
    case .numbered, .named, .publication: "\(name)/\(row)/\(column)"
    }
  }
}

extension Problem: CustomStringConvertible {
  /// As a test or a log tells it.
  public var description: String { text { "\($0)" } }
}
