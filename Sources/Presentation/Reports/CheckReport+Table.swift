public import ClinicalModel
import ClinicalRules
public import Registry

extension CheckReport {
  /// A line a finding; of all checks also a line for one that finds nothing.
  ///
  /// - Parameter spelled: as in `Message.text(_:)`.
  public func table(_ spelled: (Action) -> String) -> ResultTable {
    ResultTable(
      columns: columns,
      rows: rows.map { row in
        let key: [Scalar] = [.text(row.caseID), .text(row.check)]
        let cells = row.finding.map { finding -> [Scalar] in
          [
            .text(finding.severity.rawValue), .text(finding.paths.first ?? ""),
            .text(finding.fault.what.text(spelled)), .text(finding.fault.mend.text(spelled)),
          ]
        }
        switch selection {
        case .open: return key + (cells ?? [])
        case .overridden:
          let told: [String?] = [row.finding?.override?.reason, row.author, row.time]
          return key + (cells ?? []) + told.map { $0.map(Scalar.text) ?? .null }
        case .all:
          let why: Scalar = if case .cannotEvaluate(let why) = row.outcome { .text(why) } else { .null }
          return key + [.text(row.outcome.name)] + (cells ?? [.null, .null, why, .null])
        }
      })
  }

  private var columns: [Column] {
    func text(_ name: String, _ label: String, _ meaning: String) -> Column {
      Column(name, label, kind: .text, privacy: .quasi, meaning: meaning)
    }
    let key = [text("case_id", "Case", "The case."), text("check", "Check", "The check.")]
    let finding = [
      text("severity", "Severity", "How grave it is."), text("path", "Field", "The field to look at first."),
      text("finding", "Finding", "What does not fit, with both values."), text("mend", "Mend", "What to do."),
    ]
    return switch selection {
    case .open: key + finding
    case .overridden:
      key + finding + [
        text("reason", "Reason", "Why it may stand."), text("actor", "Who", "Who lets it stand."),
        text("at", "When", "UTC, by the clock of that machine."),
      ]
    case .all: key + [text("result", "Result", "pass, fail, cannot_evaluate or not_applicable.")] + finding
    }
  }
}
