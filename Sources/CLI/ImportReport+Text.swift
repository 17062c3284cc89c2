import ClinicalModel
import Registry

extension ImportReport {
  /// A line a case, of a dry run also a line a field, then what they come to.
  var text: String {
    var lines: [String] = []
    for entry in entries where entry.outcome != .refused {
      lines.append("\(entry.outcome.rawValue) \(entry.caseID)")
      lines += entry.changes.map { "  \($0.path): \($0.old.shown) → \($0.new.shown)" }
    }
    let listed = entries.count
    if cases > listed { lines.append("… and \(cases - listed) more cases") }
    let sums = Outcome.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }
    lines.append(sums.isEmpty ? "no cases" : sums.joined(separator: ", "))
    for file in files where file.blank > 0 {
      lines.append("\(file.path): \(file.rows) rows, \(file.blank) of them blank")
    }
    if isDryRun { lines.append("dry run; nothing was changed") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as a program reads it: the counts of all cases and files, cases and problems as far as they are listed.
  var json: String {
    let counts = Outcome.allCases.map { "\"\($0.rawValue)\": \(count($0))" }.joined(separator: ", ")
    let files = files.map { file in
      let outcomes = Outcome.allCases.map { "\"\($0.rawValue)\": \(file.outcomes[$0] ?? 0)" }.joined(separator: ", ")
      return "{\"file\": \(file.path.json), \"rows\": \(file.rows), \"blank\": \(file.blank), "
        + "\"read_whole\": \(file.isWhole), \(outcomes)}"
    }
    let cases = entries.map { entry in
      let changes = entry.changes.map {
        "{\"field\": \($0.path.json), \"old\": \($0.old.json), \"new\": \($0.new.json)}"
      }
      return "{\"case_id\": \(entry.caseID.json), \"outcome\": \(entry.outcome.rawValue.json)"
        + (isDryRun ? ", \"changes\": [\(changes.joined(separator: ", "))]" : "") + "}"
    }
    return """
      {
        "stored": \(isStored), "dry_run": \(isDryRun), "cases": \(self.cases), \(counts),
        "files": \(Self.list(files)),
        "case_list": \(Self.list(cases)),
        "problem_count": \(problems.count),
        "problems": \(Self.list(problems.kept.map(\.json))),
        "notices": \(Self.list(notices.map(\.json)))
      }

      """
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n    " + items.joined(separator: ",\n    ") + "\n  ]"
  }

  /// The first notices; nobody reads a thousand, and `check` has those that a check gave.
  func tellNotices() {
    for notice in notices.prefix(Self.mostNotices) { Console.note("psoas: notice: \(notice.text)") }
    if notices.count > Self.mostNotices {
      Console.note("psoas: notice: … and more; psoas check lists what is open, --format json tells up to a thousand")
    }
  }

  private static let mostNotices = 50
}

extension Problem {
  fileprivate var json: String {
    let parts: [(String, String)] = [
      ("file", file), ("line", line.map(String.init) ?? ""), ("column", column), ("value", value),
      ("case_id", caseID), ("field", path), ("what", fault.what), ("mend", fault.mend),
    ]
    let told = parts.filter { !$0.1.isEmpty }.map { name, text in
      "\(name.json): \(name == "line" ? text : text.json)"
    }
    return "{\(told.joined(separator: ", "))}"
  }
}

extension Scalar {
  /// The value in a line of differences.
  fileprivate var shown: String { self == .null ? "–" : written?.replacing("\n", with: " ") ?? "–" }
}
