import ClinicalModel

extension CaseNode {
  static func text(_ text: String) -> CaseNode { CaseNode(.scalar(.text(text))) }
  static func number(_ number: Int) -> CaseNode { CaseNode(.scalar(.integer(Int64(number)))) }
  static func real(_ number: Double) -> CaseNode { CaseNode(.scalar(.real(number))) }
  static func texts(_ texts: [String]) -> CaseNode { .list(texts.map { .text($0) }) }
  static func list(_ items: [CaseNode]) -> CaseNode { CaseNode(.list(items)) }
  /// A map of the entries that are there.
  static func map(_ entries: [(String, CaseNode?)]) -> CaseNode {
    CaseNode(.map(entries.compactMap { key, node in node.map { CaseNode.Entry(key, $0) } }))
  }
}
