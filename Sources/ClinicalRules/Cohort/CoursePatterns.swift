public import ClinicalModel

/// Which therapies: a category, a class of drugs or one agent.
public enum TherapyPattern: Hashable, Sendable {
  case category(TherapyCategory)
  /// A class of drugs with its agents (`ALK inhibitor`).
  case drugClass(String, agents: [String])
  case agent(DrugName)

  public var text: String {
    switch self {
    case .category(let category): category.rawValue
    case .drugClass(let name, _): name
    case .agent(let drug): drug.text
    }
  }

  /// Reads `radiotherapy`, `ALK inhibitor`, `alectinib` or a trade name. A drug that nobody knows here is looked for as
  /// it is written, unless it is near a known one.
  public init(parsing text: String) throws(Fault) {
    let word = text.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    if let category = TherapyCategory(rawValue: word) {
      self = .category(category)
      return
    }
    let classes = Dictionary(grouping: Vocabulary.drugs.entries, by: \.label)
    let name = word.replacing("_", with: " ")
    if let found = classes.first(where: { $0.key.lowercased().replacing("-", with: " ") == name }) {
      self = .drugClass(found.key, agents: found.value.map(\.code))
      return
    }
    let drug = try DrugName(parsing: text)
    let known = TherapyCategory.allCases.map(\.rawValue) + classes.keys.sorted() + Vocabulary.drugs.entries.map(\.code)
    if drug.novelty != nil, case let near = Nearest.words(to: text, among: known), !near.isEmpty {
      throw Fault(
        "\(text.quoted) is no therapy known here", mend: "did you mean \(near.joined(separator: " or "))?")
    }
    self = .agent(drug)
  }
}

/// Which source: by its id, its DOI or its PubMed id.
public enum SourcePattern: Hashable, Sendable {
  case id(String)
  case doi(DOI)
  case pmid(PMID)

  public var text: String {
    switch self {
    case .id(let id): id
    case .doi(let doi): doi.text
    case .pmid(let pmid): "pmid:\(pmid.text)"
    }
  }

  public init(parsing text: String) throws(Fault) {
    if text.lowercased().hasPrefix("pmid:") || text.utf8.allSatisfy(\.isDigit) {
      self = .pmid(try PMID(parsing: text))
    } else if text.contains("/") {
      self = .doi(try DOI(parsing: text))
    } else {
      self = .id(try Identifier(parsing: text).text)
    }
  }
}

extension FindingCode {
  /// Reads the finding of a question: a name that is near a known one was meant to be it.
  init(asked text: String) throws(Fault) {
    self = try FindingCode(parsing: text)
    if let novelty, let suggestion = Vocabulary.findings.suggestion(for: text) {
      throw Fault("\(text.quoted) is no finding known here", mend: novelty.mend.isEmpty ? suggestion : novelty.mend)
    }
  }
}

extension Muscle {
  /// The other words for a muscle that may be the same place: a paper that says iliopsoas may mean the psoas.
  public var overlapping: [Muscle] {
    switch self {
    case .psoasMajor, .psoasMinor: [.psoas, .iliopsoas]
    case .psoas: [.psoasMajor, .psoasMinor, .iliopsoas]
    case .iliacus: [.iliopsoas]
    case .iliopsoas: [.psoasMajor, .psoasMinor, .psoas, .iliacus]
    case .notReported: []
    }
  }
}
