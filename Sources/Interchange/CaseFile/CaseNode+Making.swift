import ClinicalModel

extension CaseNode {
  package static func text(_ text: String) -> CaseNode { CaseNode(.scalar(.text(text))) }
  package static func number(_ number: Int) -> CaseNode { CaseNode(.scalar(.integer(Int64(number)))) }
  package static func truth(_ truth: Bool) -> CaseNode { CaseNode(.truth(truth ? "true" : "false")) }
  package static func real(_ number: Double) -> CaseNode { CaseNode(.scalar(.real(number))) }
  package static func texts(_ texts: [String]) -> CaseNode { .list(texts.map { .text($0) }) }
  package static func list(_ items: [CaseNode]) -> CaseNode { CaseNode(.list(items)) }
  /// A map of the entries that are there.
  package static func map(_ entries: [(String, CaseNode?)]) -> CaseNode {
    CaseNode(.map(entries.compactMap { key, node in node.map { CaseNode.Entry(key, $0) } }))
  }
}
