public import ClinicalModel

/// What a criterion asks for.
///
/// Each kind of question is a case, so that one which is forgotten somewhere does not compile.
public enum CriterionValue: Hashable, Sendable {
  /// A column of the flat row is this word.
  case word(String, of: String)
  /// Two columns of the flat row, the lowest and the highest that it can be, lie inside.
  case range(NumberRange, from: String, to: String)
  case primarySite(CodePattern)
  case histology(CodePattern)
  case stage(StagePattern)
  /// The symptoms of an episode began within these days.
  case onset(DateRange)
  /// A positive result of a gene.
  case gene(GenePattern)
  case geneRole(GeneRole)
  case alteration(Alteration)
  /// What all results of a gene come to.
  case geneStatus(GeneSymbol, GeneStatus)
  /// A deposit in this muscle; what only looked like one is none.
  case muscle(Muscle)
  case laterality(Laterality)
  /// A finding that was there.
  case finding(FindingCode)
  /// A performance status at any time.
  case ecog(NumberRange)
  /// A therapy that was given.
  case therapy(TherapyPattern)
  /// The delivered dose of a course of radiotherapy.
  case delivered(NumberRange)
  case response(ResponseCategory)
  /// The response, else the gene result, else the onset was while this therapy was given.
  case during(TherapyPattern)
  /// As ``during(_:)``, after the therapy had ended.
  case after(TherapyPattern)
  case source(SourcePattern)
  case status(CaseStatus)
  /// All of these words stand somewhere in the texts of the case.
  case words([String])
  case caseID(String)

  /// A word of the list of a flat column.
  static func listed(_ text: String, of name: String) throws(Fault) -> CriterionValue {
    guard let column = DerivedVariables.columns.first(where: { $0.name == name }) else {
      preconditionFailure("the facts declare no \(name)")
    }
    guard column.kind.words.contains(text) else {
      throw Fault(
        "\(text.quoted) is no \(column.label.lowercased())",
        mend: Suggestion.sentence(for: text, among: column.kind.words))
    }
    return .word(text, of: name)
  }

  static func geneStatus(in text: String) throws(Fault) -> CriterionValue {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Fault("\(text.quoted) names no gene and status", mend: "write GENE=STATUS, for example EGFR=negative")
    }
    return .geneStatus(try GeneSymbol(parsing: parts[0]), try GeneStatus(.text(parts[1])))
  }

  /// Words that must all be found.
  static func words(in text: String) throws(Fault) -> CriterionValue {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw Fault("there is no word to look for", mend: "write one, for example pleurisy") }
    return .words(words)
  }

  /// What it asks, as the command line spells it.
  public var text: String {
    switch self {
    case .word(let word, _): word
    case .range(let range, _, _), .ecog(let range), .delivered(let range): range.text
    case .primarySite(let pattern), .histology(let pattern): pattern.text
    case .stage(let pattern): pattern.text
    case .onset(let days): days.text
    case .gene(let pattern): pattern.text
    case .geneRole(let role): role.rawValue
    case .alteration(let alteration): alteration.rawValue
    case .geneStatus(let gene, let status): "\(gene.text)=\(status.rawValue)"
    case .muscle(let muscle): muscle.rawValue
    case .laterality(let side): side.rawValue
    case .finding(let code): code.text
    case .therapy(let pattern), .during(let pattern), .after(let pattern): pattern.text
    case .response(let category): category.rawValue
    case .source(let pattern): pattern.text
    case .status(let status): status.rawValue
    case .words(let words): words.joined(separator: " ")
    case .caseID(let id): id
    }
  }
}
