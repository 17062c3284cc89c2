import ClinicalModel
import TestSupport
import Testing

@Test func `every known code is in the group that somebody has read`() throws {
  let sites = Vocabulary.sites.entries.map { entry in
    "\(entry.code)\t\(entry.label)\t\(SiteGroup(of: entry.code)?.name ?? "none")\n"
  }
  try Golden.check("Tests/Fixtures/groups/sites.tsv", says: sites.joined())
  let histologies = try Vocabulary.histologies.entries.map { entry in
    "\(entry.code)\t\(entry.label)\t\(try HistologyCode(parsing: entry.code).group(at: nil) ?? "none")\n"
  }
  try Golden.check("Tests/Fixtures/groups/histologies.tsv", says: histologies.joined())
}

@Test(arguments: [
  ("8046/3", "carcinoma"), ("8041/3", "small_cell"), ("8045/3", "small_cell"), ("8040/1", "neuroendocrine"),
  ("8013/3", "neuroendocrine"), ("8150/3", "neuroendocrine"), ("8154/3", "mixed_epithelial"), ("8124/3", "carcinoma"),
  ("8310/3", "adenocarcinoma"), ("8312/3", "renal_cell"), ("8314/3", "adenocarcinoma"), ("8580/3", "thymic"),
  ("8711/3", "sarcoma"), ("8700/3", "paraganglioma"), ("8933/3", "mixed_and_stromal"), ("8936/3", "sarcoma"),
  ("8991/3", "sarcoma"), ("9110/3", "adenocarcinoma"), ("9100/3", "germ_cell"), ("9364/3", "sarcoma"),
  ("9370/3", "sarcoma"), ("9581/3", "sarcoma"), ("9540/3", "nerve_sheath"), ("9735/3", "lymphoma"),
  ("9732/3", "plasma_cell"), ("9755/3", "mast_cell_or_histiocytic"), ("9761/3", "lymphoma"), ("9950/3", "mpn_or_mds"),
  ("9971/3", "lymphoma"), ("8840/0", "benign"), ("8140/0", "benign"), ("8720/2", "melanoma"),
])
func `a code is grouped as ICD-O-3.2 means it, also where its neighbours are of another group`(
  code: String, group: String
) throws {
  #expect(try HistologyCode(parsing: code).group(at: nil) == group)
}

@Test func `a clear cell carcinoma is renal only in the kidney`() throws {
  let code = try HistologyCode(parsing: "8310/3")
  #expect(code.group(at: try SiteCode(parsing: "C64.9")) == "renal_cell")
  #expect(code.group(at: try SiteCode(parsing: "C56.9")) == "adenocarcinoma")
}

@Test(arguments: [
  ("C48.0", "soft_tissue"), ("C48.2", "other"), ("C57.0", "ovary"), ("C57.9", "other"), ("C76.0", "head_neck"),
  ("C76.3", "other"),
])
func `a site is grouped as ICD-O-3.2 means it`(code: String, group: String) throws {
  #expect(try SiteCode(parsing: code).group == group)
}
