/// What a criterion asks.
///
/// A question is a case, so that one which is forgotten somewhere does not compile.
public enum Asked: Hashable, Sendable {
  /// A column of the flat row is this word.
  case word(String, of: String)
  /// Two columns of the flat row, the lowest and the highest that it can be, lie inside.
  case span(NumberSpan, from: String, to: String)
  case primarySite(CodePattern)
  case histology(CodePattern)
  case stage(StagePattern)
  /// The symptoms of an episode began within these days.
  case onset(DaySpan)
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
  case ecog(NumberSpan)
  /// A therapy that was given.
  case therapy(TherapyPattern)
  /// The delivered dose of a course of radiotherapy.
  case delivered(NumberSpan)
  case response(ResponseCategory)
  /// The response, else the gene result, else the onset was while this therapy was given.
  case during(TherapyPattern)
  /// The same, after it had ended.
  case after(TherapyPattern)
  case source(SourcePattern)
  case status(CaseStatus)
  /// All of these words stand somewhere in the texts of the case.
  case words([String])
  case caseID(String)

  init(_ key: CaseCriterion.Key, _ text: String) throws(Fault) {
    if key != .text, text.contains(where: \.isNewline) {
      throw Fault("\(text.quoted) has a line break", mend: "write it on one line")
    }
    switch key {
    case .primarySite: self = .primarySite(try CodePattern(site: text))
    case .histology: self = .histology(try CodePattern(histology: text))
    case .stage: self = .stage(try StagePattern(parsing: text))
    case .driverGene: self = .gene(try GenePattern(parsing: text))
    case .driverRole: self = .geneRole(try GeneRole(.text(text)))
    case .alteration: self = .alteration(try Alteration(.text(text)))
    case .geneStatus:
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Fault("\(text.quoted) names no gene and status", mend: "write GENE=STATUS, for example EGFR=negative")
      }
      self = .geneStatus(try GeneSymbol(parsing: parts[0]), try GeneStatus(.text(parts[1])))
    case .sex: self = try Self.listed(text, of: "sex")
    case .age: self = .span(try NumberSpan(parsing: text, of: Years.self, whole: true), from: "age_min", to: "age_max")
    case .country: self = .word(try CountryCode(parsing: text).text, of: "country")
    case .mpsCertainty: self = try Self.listed(text, of: "mps_certainty")
    case .mpsSide: self = try Self.listed(text, of: "mps_side")
    case .onset: self = .onset(try DaySpan(parsing: text))
    case .lesionMuscle: self = .muscle(try Muscle(.text(text)))
    case .lesionLaterality: self = .laterality(try Laterality(.text(text)))
    case .synchrony: self = try Self.listed(text, of: "lesion_synchrony")
    case .finding: self = .finding(try FindingCode(asked: text))
    case .ecog: self = .ecog(try NumberSpan(parsing: text, of: PerformanceStatus.self, whole: true))
    case .therapy: self = .therapy(try TherapyPattern(parsing: text))
    case .radiotherapyGy: self = .delivered(try NumberSpan(parsing: text, of: Gray.self))
    case .response: self = .response(try ResponseCategory(.text(text)))
    case .dissociatedResponse: self = try Self.listed(text, of: "dissociated_response")
    case .during: self = .during(try TherapyPattern(parsing: text))
    case .after: self = .after(try TherapyPattern(parsing: text))
    case .vitalStatus: self = try Self.listed(text, of: "vital_status")
    case .survivalDays:
      let days = try NumberSpan(parsing: text, of: SurvivalDays.self, whole: true)
      self = .span(days, from: "onset_to_death_days_min", to: "onset_to_death_days_max")
    case .source: self = .source(try SourcePattern(parsing: text))
    case .ascertainment: self = try Self.listed(text, of: "ascertainment")
    case .status: self = .status(try CaseStatus(.text(text)))
    case .text: self = .words(try Self.words(text))
    case .caseID: self = .caseID(try Identifier(parsing: text).text)
    }
  }

  /// A word of the list of a flat column.
  private static func listed(_ text: String, of name: String) throws(Fault) -> Asked {
    guard let column = CaseFacts.columns.first(where: { $0.name == name }) else {
      preconditionFailure("the facts declare no \(name)")
    }
    guard column.kind.words.contains(text) else {
      throw Fault(
        "\(text.quoted) is no \(column.label.lowercased())",
        mend: Suggestion.sentence(for: text, among: column.kind.words))
    }
    return .word(text, of: name)
  }

  private static func words(_ text: String) throws(Fault) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw Fault("there is no word to look for", mend: "write one, for example pleurisy") }
    return words
  }

  /// What it asks, as the command line spells it.
  public var text: String {
    switch self {
    case .word(let word, _): word
    case .span(let span, _, _), .ecog(let span), .delivered(let span): span.text
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
