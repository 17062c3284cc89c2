/// How a molecular test was done.
public enum TestMethod: ExtensibleValueSet {
  public static let words = ["rt_pcr", "pcr", "ngs_panel", "sanger", "fish", "ihc", "cytogenetics"]
}

/// How widely a test looked.
public enum TestScope: String, RequiredValueSet {
  case singleGene = "single_gene"
  case panel, unspecified
  case notReported = "not_reported"
}

/// What a test as a whole says of drivers.
public enum TestOutcome: String, RequiredValueSet {
  case driverDetected = "driver_detected"
  case noDriverDetected = "no_driver_detected"
  case failed
  case notReported = "not_reported"
}

/// What was tested.
public enum Specimen: ExtensibleValueSet {
  public static let words = [
    "primary_tumour", "psoas_lesion", "metastasis", "lymph_node", "pleural_fluid", "blood",
  ]
}

/// What a test says of one gene.
public enum GeneStatus: String, RequiredValueSet {
  case positive, negative, equivocal, failed
  case notTested = "not_tested"
  case valueUnavailable = "value_unavailable"
  case notReported = "not_reported"
}

/// Kind of alteration.
public enum Alteration: String, RequiredValueSet {
  case fusion, amplification, mutation, deletion, insertion, rearrangement
  case copyNumberGain = "copy_number_gain"
  case copyNumberLoss = "copy_number_loss"
  case overexpression
  case lossOfExpression = "loss_of_expression"
  case methylation, other
  case notReported = "not_reported"
}

/// The part that an alteration plays, as its authors tell it.
public enum GeneRole: String, RequiredValueSet {
  case driver, resistance
  case coAlteration = "co_alteration"
  case biomarkerOnly = "biomarker_only"
  case notStated = "not_stated"
  case notReported = "not_reported"
}
