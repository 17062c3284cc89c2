import Foundation

/// Every sentence that the program can tell of a problem, read from where it stands in the sources.
package enum MessageList {
  /// Who tells a problem: a call, of whose arguments every text is a sentence, or part of one.
  private static let calls = [
    "Fault(", ".fail(", ".expect(", ".order(", "refuse(", "problem(", "Deviation(", "note(", "notWritten(",
    ": Message =", "let mend: Message", "cannot(",
  ]

  private static let beginnings = Set(calls.compactMap(\.first))

  /// Markdown: a section a room, a line a call.
  package static func text() throws -> String {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)?.allObjects ?? []
    let swift = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
    var rooms: [String: [String]] = [:]
    for file in swift {
      let room = String(file.deletingLastPathComponent().path.dropFirst(top.path.utf8.count + 1))
      rooms[room, default: []] += sentences(in: Array(try String(contentsOf: file, encoding: .utf8)))
    }
    var told: Set<String> = []
    return rooms.sorted { $0.key < $1.key }.map { room, sentences in
      let lines = sentences.filter { told.insert($0).inserted }
      return lines.isEmpty ? "" : "## \(room)\n\n" + lines.map { "- \($0)\n" }.joined() + "\n"
    }.joined()
  }

  private static func sentences(in source: [Character]) -> [String] {
    var found: [String] = []
    var at = 0
    while at < source.count {
      if source[at] == "/", source[at...].starts(with: "//") {
        at = source[at...].firstIndex(of: "\n") ?? source.count
      } else if source[at] == "\"" {
        _ = literal(source, &at)
      } else if beginnings.contains(source[at]), let call = calls.first(where: { source[at...].starts(with: $0) }) {
        at += call.count
        let texts = call.hasSuffix("(") ? arguments(source, &at) : line(source, &at)
        let told = texts.filter { $0.contains { $0.isLetter } && $0.contains(" ") }
        if !told.isEmpty { found.append(told.joined(separator: " — ")) }
      } else {
        at += 1
      }
    }
    return found
  }

  /// The texts up to the bracket that closes a call.
  private static func arguments(_ source: [Character], _ at: inout Int) -> [String] {
    var (depth, texts): (Int, [String]) = (1, [])
    while at < source.count, depth > 0 {
      switch source[at] {
      case "\"": texts.append(literal(source, &at))
      case "(":
        depth += 1
        at += 1
      case ")":
        depth -= 1
        at += 1
      case _: at += 1
      }
    }
    return texts
  }

  /// The texts of a declaration, which ends with its line or the one behind it.
  private static func line(_ source: [Character], _ at: inout Int) -> [String] {
    while at < source.count, source[at].isWhitespace { at += 1 }
    var texts: [String] = []
    while at < source.count, source[at] != "\n" {
      if source[at] == "\"" { texts.append(literal(source, &at)) } else { at += 1 }
    }
    return texts
  }

  /// A text in quotes; what is put into it stands in angle brackets.
  private static func literal(_ source: [Character], _ at: inout Int) -> String {
    var text = ""
    at += 1
    while at < source.count, source[at] != "\"" {
      if source[at] == "\\", at + 1 < source.count, source[at + 1] == "(" {
        at += 2
        let start = at
        var inner = at
        _ = arguments(source, &inner)
        let put = String(source[start..<(inner - 1)])
        text += "‹\(put.hasPrefix("action: ") ? String(put.dropFirst(8)) : name(put))›"
        at = inner
      } else if source[at] == "\\" {
        text.append(source[at + 1])
        at += 2
      } else {
        text.append(source[at])
        at += 1
      }
    }
    at += 1
    return text
  }

  /// What a value is called where it is put in.
  private static func name(_ expression: String) -> String {
    let word = expression.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    let parts = word.split(separator: ".").filter {
      !["quoted", "text", "rawValue", "written", "description"].contains($0)
    }
    return parts.last.map(String.init) ?? "value"
  }
}
