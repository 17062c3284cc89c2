import ClinicalModel

extension DocumentNode {
  package static func text(_ text: String) -> DocumentNode { DocumentNode(.scalar(.text(text))) }
  package static func number(_ number: Int) -> DocumentNode { DocumentNode(.scalar(.integer(Int64(number)))) }
  package static func truth(_ truth: Bool) -> DocumentNode { DocumentNode(.truth(truth ? "true" : "false")) }
  package static func real(_ number: Double) -> DocumentNode { DocumentNode(.scalar(.real(number))) }
  package static func texts(_ texts: [String]) -> DocumentNode { .list(texts.map { .text($0) }) }
  package static func list(_ items: [DocumentNode]) -> DocumentNode { DocumentNode(.list(items)) }
  /// A map of the entries that are there.
  package static func map(_ entries: [(String, DocumentNode?)]) -> DocumentNode {
    DocumentNode(.map(entries.compactMap { key, node in node.map { DocumentNode.Entry(key, $0) } }))
  }
}
