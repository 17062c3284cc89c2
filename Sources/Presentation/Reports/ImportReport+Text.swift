public import ClinicalModel
import Interchange
public import Registry
import Syntax

extension ImportReport {
  /// A line a case, of a dry run also a line a field, then what they come to.
  public var text: String {
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
  ///
  /// - Parameter spelled: as in `Message.text(_:)`.
  public func json(_ spelled: (Action) -> String) -> String {
    let whole: [(String, DocumentNode?)] =
      [("stored", .truth(isStored)), ("dry_run", .truth(isDryRun)), ("cases", .number(cases))]
      + Outcome.allCases.map { ($0.rawValue, .number(count($0))) }
      + [
        ("files", .list(files.map(\.node))), ("case_list", .list(entries.map { $0.node(withChanges: isDryRun) })),
        ("problem_count", .number(problems.count)), ("problems", .list(problems.kept.map { $0.node(spelled) })),
        ("notices", .list(notices.map { $0.node(spelled) })),
      ]
    return JSONWriter.pretty(.map(whole)) + "\n"
  }
}

extension ImportReport.File {
  fileprivate var node: DocumentNode {
    .map(
      [
        ("file", .text(path)), ("rows", .number(rows)), ("blank", .number(blank)), ("read_whole", .truth(isWhole)),
      ] + ImportReport.Outcome.allCases.map { ($0.rawValue, .number(outcomes[$0] ?? 0)) })
  }
}

extension ImportReport.Entry {
  fileprivate func node(withChanges: Bool) -> DocumentNode {
    let changes = changes.map { change in
      DocumentNode.map([
        ("field", .text(change.path)), ("old", DocumentNode(.scalar(change.old))),
        ("new", DocumentNode(.scalar(change.new))),
      ])
    }
    return .map([
      ("case_id", .text(caseID)), ("outcome", .text(outcome.rawValue)), ("changes", withChanges ? .list(changes) : nil),
    ])
  }
}

extension Problem {
  /// What there is to say of it.
  fileprivate func node(_ spelled: (Action) -> String) -> DocumentNode {
    func text(_ text: String) -> DocumentNode? { text.isEmpty ? nil : .text(text) }
    return .map([
      ("file", text(file)), ("line", line.map(DocumentNode.number)), ("column", text(column)), ("value", text(value)),
      ("case_id", text(caseID)), ("field", text(path)), ("code", text(fault.what.code)),
      ("what", text(fault.what.text(spelled))), ("mend", text(fault.mend.text(spelled))),
    ])
  }
}

extension Scalar {
  /// The value in a line of differences.
  fileprivate var shown: String { self == .null ? "–" : written?.replacing("\n", with: " ") ?? "–" }
}
