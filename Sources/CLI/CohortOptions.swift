import ArgumentParser
import ClinicalModel
import ClinicalRules
import Presentation
import Registry

/// The criteria that every command which reads a cohort shares.
struct CohortOptions: ParsableArguments {
  @Option(.primarySite) var primarySite: [CaseCriterion]
  @Option(.histology) var histology: [CaseCriterion]
  @Option(.stage) var stage: [CaseCriterion]
  @Option(.driverGene) var driverGene: [CaseCriterion]
  @Option(.driverRole) var driverRole: [CaseCriterion]
  @Option(.alteration) var alteration: [CaseCriterion]
  @Option(.geneStatus) var geneStatus: [CaseCriterion]
  @Option(.sex) var sex: [CaseCriterion]
  @Option(.age) var age: [CaseCriterion]
  @Option(.country) var country: [CaseCriterion]
  @Option(.mpsCertainty) var mpsCertainty: [CaseCriterion]
  @Option(.mpsSide) var mpsSide: [CaseCriterion]
  @Option(.onset) var onset: [CaseCriterion]
  @Option(.lesionMuscle) var lesionMuscle: [CaseCriterion]
  @Option(.lesionLaterality) var lesionLaterality: [CaseCriterion]
  @Option(.synchrony) var synchrony: [CaseCriterion]
  @Option(.finding) var finding: [CaseCriterion]
  @Option(.ecog) var ecog: [CaseCriterion]
  @Option(.therapy) var therapy: [CaseCriterion]
  @Option(.radiotherapyGy) var radiotherapyGy: [CaseCriterion]
  @Option(.response) var response: [CaseCriterion]
  @Option(.dissociatedResponse) var dissociatedResponse: [CaseCriterion]
  @Option(.during) var during: [CaseCriterion]
  @Option(.after) var after: [CaseCriterion]
  @Option(.vitalStatus) var vitalStatus: [CaseCriterion]
  @Option(.survivalDays) var survivalDays: [CaseCriterion]
  @Option(.source) var source: [CaseCriterion]
  @Option(.ascertainment) var ascertainment: [CaseCriterion]
  @Option(.status) var status: [CaseCriterion]
  @Option(.text) var text: [CaseCriterion]
  @Option(.caseID) var `case`: [CaseCriterion]

  @Option(
    help: ArgumentHelp("What must not certainly hold, for example sex=male; unknown stays.", valueName: "key=value"),
    transform: reading { text throws(Fault) in try CaseCriterion(excluded: text) })
  var not: [CaseCriterion] = []

  @Flag(help: "Also what overlaps a range, and what may be meant by another word.")
  var possibly = false

  @Option(
    name: .customLong("cohort"),
    help: ArgumentHelp("A named cohort; criteria beside it narrow it.", valueName: "name"))
  var cohorts: [String] = []

  func validate() throws {
    if cohorts.count > 1 {
      throw ValidationError("name one cohort; psoas cohort save keeps a new one with other criteria")
    }
  }

  /// What is asked of a registry, which knows the named cohorts.
  func query(in registry: CaseRegistry) throws -> CaseQuery {
    let named = try cohorts.map { try registry.cohort(named: $0).query }
    return CaseQuery(criteria, excluded: not, possibly: possibly, within: named)
  }

  /// The criteria of all options.
  var criteria: [CaseCriterion] { CaseCriterion.Key.allCases.flatMap(told(of:)) }

  private func told(of key: CaseCriterion.Key) -> [CaseCriterion] {
    switch key {
    case .primarySite: primarySite
    case .histology: histology
    case .stage: stage
    case .driverGene: driverGene
    case .driverRole: driverRole
    case .alteration: alteration
    case .geneStatus: geneStatus
    case .sex: sex
    case .age: age
    case .country: country
    case .mpsCertainty: mpsCertainty
    case .mpsSide: mpsSide
    case .onset: onset
    case .lesionMuscle: lesionMuscle
    case .lesionLaterality: lesionLaterality
    case .synchrony: synchrony
    case .finding: finding
    case .ecog: ecog
    case .therapy: therapy
    case .radiotherapyGy: radiotherapyGy
    case .response: response
    case .dissociatedResponse: dissociatedResponse
    case .during: during
    case .after: after
    case .vitalStatus: vitalStatus
    case .survivalDays: survivalDays
    case .source: source
    case .ascertainment: ascertainment
    case .status: status
    case .text: text
    case .caseID: `case`
    }
  }
}

extension Option where Value == [CaseCriterion] {
  /// The option of a criterion, as the criterion is declared.
  fileprivate init(_ key: CaseCriterion.Key) {
    let declared = key.declaration
    self.init(
      wrappedValue: [], name: .customLong(key.rawValue),
      help: ArgumentHelp(declared.help, valueName: declared.valueName),
      transform: reading { text throws(Fault) in try CaseCriterion(key, text) })
  }
}

/// Reads an option's value; what is wrong with it is a usage error.
private func reading(
  _ read: @escaping @Sendable (String) throws(Fault) -> CaseCriterion
) -> @Sendable (String) throws -> CaseCriterion {
  { text in do throws(Fault) { return try read(text) } catch { throw ValidationError(error.message.told) } }
}
