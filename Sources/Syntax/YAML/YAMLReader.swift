package import ClinicalModel
import Yams

/// Reads YAML into nodes. Scalars stay text: `country: NO` is no boolean and `8140/3` no fraction.
package enum YAMLReader {
  /// - Returns: one node a document; empty documents are left out.
  package static func read(_ bytes: [UInt8]) throws(Problem) -> [DocumentNode] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      throw Problem(Fault("the file is not UTF-8", mend: "save it as UTF-8"))
    }
    do {
      var nodes: [DocumentNode] = []
      let marks = ByteOrderMarks(in: text)
      let parser = try Yams.Parser(yaml: marks.text)
      while let document = try parser.nextRoot() {
        let node = try convert(document, marks)
        if case .null = node.content { continue }
        nodes.append(node)
      }
      return nodes
    } catch let problem as Problem {
      throw problem
    } catch let error as YamlError {
      throw problem(error)
    } catch {
      throw Problem(Fault("the file is not YAML", mend: "compare it with \(action: .run(.showCaseFile(case: "CASE")))"))
    }
  }

  private static func convert(_ node: Node, _ marks: ByteOrderMarks) throws(Problem) -> DocumentNode {
    let line = node.mark?.line
    if node.anchor != nil {
      throw Problem(
        line: line, Fault("anchors (&) and aliases (*) are not read", mend: "write the value out each time"))
    }
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      if plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return DocumentNode(.null, line: line) }
      return DocumentNode(.scalar(.text(marks.restored(scalar.string))), line: line)
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      for item in sequence { items.append(try convert(item, marks)) }
      return DocumentNode(.list(items), line: line)
    case .mapping(let mapping):
      var entries: [DocumentNode.Entry] = []
      for (key, value) in mapping {
        guard let name = key.scalar?.string else {
          throw Problem(line: key.mark?.line ?? line, Fault("a key is one word", mend: "write field: value"))
        }
        entries.append(DocumentNode.Entry(name, line: key.mark?.line ?? line, try convert(value, marks)))
      }
      return DocumentNode(.map(entries), line: line)
    case .alias:
      throw Problem(line: line, Fault("aliases (*) are not read", mend: "write the value out"))
    }
  }

  private static func problem(_ error: YamlError) -> Problem {
    switch error {
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map(\.quoted).joined(separator: ", ")
      return Problem(line: context.mark.line, Fault("the key \(keys) stands twice", mend: "keep one of the two"))
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _), .composer(_, let what, let mark, _):
      let mend: Message = "check the indentation and the quotes of this line and the one before"
      return Problem(line: mark.line, Fault("this is not YAML: \(what)", mend: mend))
    case .reader(let what, _, _, _):
      return Problem(Fault("this is not YAML: \(what)", mend: "delete control characters and save the file as UTF-8"))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Problem(Fault("this is not YAML", mend: "compare it with \(action: .run(.showCaseFile(case: "CASE")))"))
    }
  }
}
