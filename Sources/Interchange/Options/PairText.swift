package import ClinicalModel
package import Syntax

/// `field=value,field=value`, as options write a row; a value with a comma stands in double quotes.
package enum PairText {
  package static func entries(_ text: String) throws(Fault) -> [DocumentNode.Entry] {
    var entries: [DocumentNode.Entry] = []
    var rest = Substring(text)
    repeat {
      guard let cut = rest.firstIndex(where: { $0 == "=" || $0 == "," }), rest[cut] == "=" else {
        throw Fault(
          "\(text.quoted) is no list of fields",
          mend: "write field=value,field=value, for example side=left,onset_date=2020-04")
      }
      let key = String(rest[..<cut]).trimmed
      rest = rest[cut...].dropFirst()
      let value = try value(&rest, of: key, in: text)
      guard !entries.contains(where: { $0.key == key }) else {
        throw Fault("\(key.quoted) stands twice in \(text.quoted)", mend: "keep one of the two")
      }
      entries.append(DocumentNode.Entry(key, DocumentNode(value.isEmpty ? .null : .scalar(.text(value)))))
    } while !rest.isEmpty
    return entries
  }

  private static func value(_ rest: inout Substring, of key: String, in text: String) throws(Fault) -> String {
    guard rest.first == "\"" else {
      let end = rest.firstIndex(of: ",") ?? rest.endIndex
      defer { rest = rest[end...].dropFirst() }
      return String(rest[..<end]).trimmed
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst() {
      if character != "\"" {
        value.append(character)
      } else if rest.first == "\"" {
        value.append(rest.removeFirst())
      } else {
        guard rest.isEmpty || rest.popFirst() == "," else {
          throw Fault(
            "the value of \(key) goes on after its closing quote", mend: "write \(key)=\"…\" and then a comma")
        }
        return value
      }
    }
    throw Fault("the value of \(key) is not closed", mend: "end it with a double quote")
  }
}
