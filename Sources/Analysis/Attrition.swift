/// How a cohort was narrowed: what each criterion in turn left.
public struct Attrition: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    /// What was asked, in words.
    public let criterion: String
    public let patients: Int
    public let reports: Int
    /// The patients that this step took away.
    public let leftOut: Int
    /// Those among them of whom it is not known whether they match.
    public let unknown: Int
  }

  public let steps: [Step]

  /// - Parameter steps: each with what it left, and of how many that it took away it is not known; all that there is first.
  public init(_ steps: [(criterion: String, patients: Int, reports: Int, unknown: Int)]) {
    self.steps = steps.indices.map { index in
      let step = steps[index]
      return Step(
        criterion: step.criterion, patients: step.patients, reports: step.reports,
        leftOut: index == 0 ? 0 : steps[index - 1].patients - step.patients, unknown: step.unknown)
    }
  }
}
