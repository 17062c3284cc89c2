package import ClinicalModel
package import Syntax

/// A list of publications, in the format of a reference manager.
package enum Bibliography {
  /// BibTeX in UTF-8; a source of which only the citation is known is `@misc` with a note.
  case bibtex
  /// RIS, a tag a line.
  case ris
  /// CSL-JSON, as citation processors read it.
  case csl

  /// How the entries stand one after another.
  package var frame: ListDelimiters {
    switch self {
    case .bibtex: ListDelimiters(between: "\n")
    case .ris: ListDelimiters(between: "\r\n")
    case .csl: ListDelimiters(start: "[\n", between: ",\n", end: "\n]\n", empty: "[]\n")
    }
  }

  /// The entry of one publication.
  package func text(of source: Source) -> String {
    switch self {
    case .bibtex: Self.bibtex(source)
    case .ris: Self.ris(source)
    case .csl: "  " + JSONWriter.pretty(Self.csl(source), indent: "  ")
    }
  }

  /// How a table names a publication: `Kodama et al. 2024`; nil when no author is known.
  package static func label(authors: String?, year: String?) -> String? {
    let authors = Author.list(authors ?? "")
    guard let first = authors.first, !first.isOthers else { return nil }
    let others = authors.dropFirst()
    let name =
      others.isEmpty
      ? first.family
      : others.count == 1 && !others[1].isOthers
        ? "\(first.family) and \(others[1].family)" : "\(first.family) et al."
    return year.map { "\(name) \($0)" } ?? name
  }

  private static func bibtex(_ source: Source) -> String {
    let volume = Volume(source.volume)
    let authors = source.authors.map { text in
      Author.list(text).map { author in
        if author.isOthers { return "others" }
        let family = escaped(author.family)
        return author.given.isEmpty ? "{\(family)}" : "\(family), \(escaped(author.given))"
      }.joined(separator: " and ")
    }
    let fields: [(String, String?)] = [
      ("author", authors), ("title", source.title.map { "{\(escaped($0))}" }),
      ("journal", source.journal.map(escaped)), ("volume", volume.number.map(escaped)),
      ("number", volume.issue.map(escaped)), ("pages", source.pages.map(escaped)),
      ("year", source.year?.scalar.written), ("doi", source.doi?.text), ("pmid", source.pmid?.text),
      ("language", source.language?.text), ("note", source.citation.map(escaped)),
    ]
    let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
    let kind = source.journal == nil ? "misc" : "article"
    return "@\(kind){\(source.id),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  private static func ris(_ source: Source) -> String {
    let volume = Volume(source.volume)
    var lines: [(String, String?)] = [("TY", source.journal == nil ? "GEN" : "JOUR"), ("ID", source.id)]
    for author in Author.list(source.authors ?? "") {
      lines.append(
        (
          "AU",
          author.isOthers ? "et al." : author.given.isEmpty ? author.family : "\(author.family), \(author.given)"
        ))
    }
    lines += [
      ("TI", source.title), ("JO", source.journal), ("VL", volume.number), ("IS", volume.issue),
      ("SP", source.pages), ("PY", source.year?.scalar.written), ("DO", source.doi?.text), ("AN", source.pmid?.text),
      ("LA", source.language?.text), ("N1", source.citation), ("ER", ""),
    ]
    return lines.compactMap { tag, value in
      value.map { "\(tag)  - \($0.split(whereSeparator: \.isNewline).joined(separator: " "))\r\n" }
    }.joined()
  }

  private static func csl(_ source: Source) -> DocumentNode {
    let volume = Volume(source.volume)
    var entries: [(String, DocumentNode?)] = [
      ("id", .text(source.id)), ("type", .text(source.journal == nil ? "document" : "article-journal")),
      ("title", source.title.map { .text($0) }),
    ]
    let authors = Author.list(source.authors ?? "").map { author in
      DocumentNode.map(
        author.isOthers || author.given.isEmpty
          ? [("literal", .text(author.isOthers ? "et al." : author.family))]
          : [("family", .text(author.family)), ("given", .text(author.given))])
    }
    if !authors.isEmpty { entries.append(("author", DocumentNode(.list(authors)))) }
    entries += [
      ("container-title", source.journal.map { .text($0) }), ("volume", volume.number.map { .text($0) }),
      ("issue", volume.issue.map { .text($0) }), ("page", source.pages.map { .text($0) }),
      ("issued", source.year.map(issued)),
      ("DOI", source.doi.map { .text($0.text) }), ("PMID", source.pmid.map { .text($0.text) }),
      ("language", source.language.map { .text($0.text) }), ("note", source.citation.map { .text($0) }),
    ]
    return .map(entries)
  }

  private static func issued(_ year: Count<CalendarYear>) -> DocumentNode {
    let date = DocumentNode.list([DocumentNode(.scalar(year.scalar))])
    return .map([("date-parts", .list([date]))])
  }

  /// Without meaning for TeX.
  private static func escaped(_ text: String) -> String {
    let signs: [Character: String] = [
      "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "$": "\\$", "#": "\\#", "_": "\\_",
      "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
    ]
    return text.map { $0.isNewline ? " " : signs[$0] ?? String($0) }.joined()
  }

  /// `15(10)`: the volume, and its issue in brackets.
  private struct Volume {
    let number: String?
    let issue: String?

    init(_ text: String?) {
      guard let text, let open = text.firstIndex(of: "("), text.last == ")" else {
        number = text
        issue = nil
        return
      }
      let before = text[..<open].filter { !$0.isWhitespace }
      number = before.isEmpty ? nil : String(before)
      issue = String(text[open...].dropFirst().dropLast())
    }
  }
}
