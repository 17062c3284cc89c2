import ArgumentParser
import ClinicalModel
import Registry

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds one case and prints its id.",
    discussion: """
      Rows are field=value pairs separated by commas, with the names of psoas dictionary; options may repeat.
      A value that holds a comma stands in double quotes.
      Example:
        psoas add --id example2020-1 --sex female --age 58 \\
          --primary-site bladder --histology 8120/3 --driver-gene FGFR3 \\
          --lesion muscle=iliopsoas,laterality=left,size=42x37x44mm,first_seen_date=2020-03 \\
          --episode side=left,onset_date=2020-04~,fixed_hip_flexion=present,imaging_involvement=present \\
          --therapy category=radiotherapy,delivered_gy=30,delivered_fractions=10,indication=mps_pain \\
          --source doi=10.1000/example,label='Case 1'
      """)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var curator: CuratorOptions
  @OptionGroup var reported: ReportedOptions

  @Option(help: "The case's id; made at random when left out.")
  var id: String?

  @OptionGroup(title: "The patient") var patient: PatientOptions
  @OptionGroup(title: "Its rows") var rows: RowOptions

  func run() throws {
    let patch = try CasePatch(id: id ?? "") { patch throws(Fault) in
      try patient.fill(&patch)
      try rows.fill(&patch)
    }
    guard !patch.isEmpty else {
      throw ValidationError("a case needs more than an id; for example psoas add --sex female --primary-site lung")
    }
    let report = try registry.open(by: curator).add(patch, asReported: reported.asReported)
    report.tellNotices()
    for entry in report.entries { Console.print("\(entry.caseID)\n") }
  }
}
