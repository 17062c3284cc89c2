public import Registry

extension CohortSize {
  /// What a listing says of itself on stderr.
  public var text: String {
    let patients = patients == 1 ? "1 patient" : "\(patients) patients"
    let reports = reports == 1 ? "1 report" : "\(reports) reports"
    let unknown =
      switch (unknown, mayBeMore) {
      case (0, false): ""
      case (1, false): "; 1 more was left out because it is not known whether it matches"
      case (_, false): "; \(self.unknown) more were left out because it is not known whether they match"
      case (0, true):
        "; those left out because it is not known whether they match were not counted; an export counts them"
      case (_, true):
        "; \(self.unknown) or more were left out because it is not known whether they match; an export counts them all"
      }
    return "\(patients), \(reports)\(unknown)"
  }
}
