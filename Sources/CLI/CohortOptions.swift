import ArgumentParser
import ClinicalModel
import Registry

/// The criteria that every command which reads a cohort shares.
struct CohortOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A code (C34.1), its beginning (C34) or a group (lung).", valueName: "site"),
    transform: reading(.primarySite))
  var primarySite: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp(
      "A positive result: a gene (ALK), a fusion (EML4::ALK), any; or none, unknown.", valueName: "gene"),
    transform: reading(.driverGene))
  var driverGene: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("The role of that result: driver, resistance …", valueName: "role"),
    transform: reading(.driverRole))
  var driverRole: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("What the tests say of a gene, for example EGFR=negative.", valueName: "gene=status"),
    transform: reading(.geneStatus))
  var geneStatus: [CaseCriterion] = []

  @Option(help: ArgumentHelp("female, male, other, unknown.", valueName: "sex"), transform: reading(.sex))
  var sex: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("An age that certainly lies inside, for example 60..69.", valueName: "min..max"),
    transform: reading(.age))
  var age: [CaseCriterion] = []

  @Option(help: ArgumentHelp("alive, dead, unknown.", valueName: "status"), transform: reading(.vitalStatus))
  var vitalStatus: [CaseCriterion] = []

  @Option(
    help: ArgumentHelp("draft, complete, verified; withdrawn also shows what is hidden.", valueName: "status"),
    transform: reading(.status))
  var status: [CaseCriterion] = []

  @Option(help: ArgumentHelp("One case by its id.", valueName: "id"), transform: reading(.caseID))
  var `case`: [CaseCriterion] = []

  var query: CaseQuery {
    CaseQuery(primarySite + driverGene + driverRole + geneStatus + sex + age + vitalStatus + status + `case`)
  }

  private static func reading(_ key: CaseCriterion.Key) -> @Sendable (String) throws -> CaseCriterion {
    { text in
      do throws(Fault) {
        return try CaseCriterion(key, text)
      } catch {
        throw ValidationError(error.description)
      }
    }
  }
}

extension CohortSize {
  /// What a listing says of itself on stderr.
  var text: String {
    let patients = patients == 1 ? "1 patient" : "\(patients) patients"
    let reports = reports == 1 ? "1 report" : "\(reports) reports"
    let unknown =
      unknown == 0
      ? ""
      : unknown == 1
        ? "; 1 more was left out because it is not known whether it matches"
        : "; \(unknown) more were left out because it is not known whether they match"
    return "\(patients), \(reports)\(unknown)"
  }
}
