/// What a deposit is.
public enum LesionKind: String, RequiredValueSet {
  case primary, metastasis
  case directInvasion = "direct_invasion"
  case nodal
  case localRecurrence = "local_recurrence"
  case
    mimic, indeterminate
  case notReported = "not_reported"
}

/// The muscle that a deposit sits in; no published classification separates them.
public enum Muscle: String, RequiredValueSet {
  case psoasMajor = "psoas_major"
  case psoasMinor = "psoas_minor"
  case psoas, iliacus, iliopsoas
  case notReported = "not_reported"
}

/// A vertebral level.
public enum SpinalLevel: String, RequiredValueSet {
  case t1 = "T1"
  case t2 = "T2"
  case t3 = "T3"
  case t4 = "T4"
  case t5 = "T5"
  case t6 = "T6"
  case t7 = "T7"
  case t8 = "T8"
  case t9 = "T9"
  case t10 = "T10"
  case t11 = "T11"
  case t12 = "T12"
  case l1 = "L1"
  case l2 = "L2"
  case l3 = "L3"
  case l4 = "L4"
  case l5 = "L5"
  case s1 = "S1"
  case s2 = "S2"
  case s3 = "S3"
  case s4 = "S4"
  case s5 = "S5"
  case notReported = "not_reported"
}

/// How a tumour reached the muscle.
public enum Involvement: ExtensibleValueSet {
  public static let words = [
    "primary_muscle", "haematogenous_metastasis", "nodal_extension", "bone_extension", "direct_invasion",
    "plexus_infiltration",
  ]
}

/// What the nature of a deposit rests on.
public enum Confirmation: String, RequiredValueSet {
  case histology, cytology, operative
  case imagingOnly = "imaging_only"
  case clinical
  case notReported = "not_reported"
}

/// How a deposit was looked at.
public enum Modality: ExtensibleValueSet {
  public static let words = [
    "ct", "mri", "fdg_pet", "fdg_pet_ct", "ultrasound", "x_ray", "bone_scan", "biopsy", "cytology", "surgery",
    "autopsy",
    "clinical",
  ]
}

/// Seen, or looked for and not seen.
public enum Presence: String, RequiredValueSet {
  case present, absent
  case notReported = "not_reported"
}

/// Against the observation before.
public enum Trend: ExtensibleValueSet {
  public static let words = ["new", "enlarged", "reduced", "unchanged", "resolved"]
}

/// A criterion of the syndrome.
public enum Criterion: String, RequiredValueSet {
  case present, absent, probable
  case notDone = "not_done"
  case notReported = "not_reported"
}
