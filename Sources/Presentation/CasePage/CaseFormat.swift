public import ClinicalModel
public import ClinicalRules
import Interchange
import Syntax

/// How a case is shown: as text, or as a case file that can be imported.
public enum CaseFormat: String, CaseIterable, Sendable {
  case text, yaml, json

  /// The characters of a line where there is no terminal.
  public static let width = 100
}

extension CaseSnapshot {
  /// - Parameters:
  ///   - width: the characters of a line of the text.
  ///   - spelled: as in `Message.text(_:)`.
  public func text(
    as format: CaseFormat, width: Int, _ spelled: @escaping (Action) -> String
  ) throws -> String {
    switch format {
    case .text: Page(of: self, spelled).text(width: width).visible
    case .yaml: try CaseFile.yaml.text(of: row)
    case .json: try CaseFile.json.text(of: row)
    }
  }
}

extension Explanation {
  /// - Parameter snapshot: the case that is explained.
  public func text(as format: CaseFormat, of snapshot: CaseSnapshot) throws -> String {
    switch format {
    case .text:
      Page(self, of: snapshot).text(width: CaseFormat.width) + "\nRules of version \(DerivedVariables.version).\n"
    case .yaml: try YAMLWriter.text(of: [node])
    case .json: JSONWriter.pretty(node) + "\n"
    }
  }

  /// The explanation as a document of any format.
  fileprivate var node: DocumentNode {
    func text(_ text: String?) -> DocumentNode { text.map { DocumentNode(.scalar(.text($0))) } ?? DocumentNode(.null) }
    func scalar(_ value: Scalar) -> DocumentNode { value == .null ? DocumentNode(.null) : DocumentNode(.scalar(value)) }
    let inputs = inputs.map { input in
      DocumentNode(
        .map([
          .init("path", text(input.path.text)), .init("value", scalar(input.value)),
          .init("days", text(input.window?.text)),
        ]))
    }
    return DocumentNode(
      .map([
        .init("field", text(column.name)), .init("value", scalar(value)),
        .init("reason", text(reason)), .init("unit", text(column.unit)),
        .init("formula", text(column.meaning)), .init("inputs", DocumentNode(.list(inputs))),
        .init("facts_version", DocumentNode(.scalar(.integer(Int64(DerivedVariables.version))))),
      ]))
  }
}
