import Foundation
import TestSupport
import Testing

@testable import CLI

private let theirs = """
  Patient ID;Gender;Age (years);Primary tumor;Side;MPS onset;RT dose (cGy);Fractions;Outcome;Date of death;Lesion size;Driver;Shoe size
  001;M;61;bladder;L;14/03/2020;3000,5;10;died;02/09/2020;4,2x3,7cm;FGFR3;42
  002;F;55;cervix;R;01/2021;NR;;alive;;;;38
  003;m;70-79;lung;bilat;2019;5040;28;unk;;;ALK;
  """

@Test func `a mapping is drafted for any sheet, and once completed brings it in`() throws {
  let psoas = try CommandLine(seeded: false)
  let sheet = try psoas.file("theirs.csv", theirs)
  #expect(psoas.run("import", sheet).code == 65)
  let draft = psoas.run("import", sheet, "--suggest-mapping").output
  for line in [
    "\"Patient ID\": case_id", "\"Age (years)\": age", "decimal: \",\"", "unit: cGy", "dates: day/month/year",
    "\"died\": dead", "\"bilat\": bilateral", "therapies/T1/category: radiotherapy", "\"Shoe size\": ignore",
  ] {
    #expect(draft.contains(line), "\(line)\n\(draft)")
  }
  let unsure = psoas.run("import", sheet, "--mapping", try psoas.file("draft.yaml", draft))
  #expect(unsure.errors.contains("column Date of death: 001: \"02/09/2020\" does not say which number is the day"))
  let completed = draft.replacing("# dates: day/month/year or month/day/year?", with: "dates: day/month/year #")
  let mapping = try psoas.file("map.yaml", completed)
  #expect(psoas.run("import", sheet, "--mapping", mapping).output.hasSuffix("\n3 created\n"))
  let shown = psoas.run("show 001 --format yaml").output
  for line in [
    "sex: male", "onset_date: 2020-03-14", "death_date: 2020-09-02", "delivered_gy: 30.005", "size1_mm: 42",
    "gene: FGFR3", "status: positive",
  ] {
    #expect(shown.contains(line), "\(line)\n\(shown)")
  }
  #expect(psoas.run("show 002 --format yaml").output.contains("therapies") == false)
  #expect(psoas.run("show 003 --format yaml").output.contains("age_max: 79"))
  #expect(psoas.run("import", sheet, "--mapping", mapping).output.hasSuffix("\n3 unchanged\n"))
}

@Test(arguments: [
  ("columns: {A: case_id, B: sexx}", "line 1: column B: \"sexx\" is no field of a case; did you mean sex?"),
  ("columns: {A: case_id, B: {field: note, unit: cm}}", "takes none"),
  ("columns: {A: case_id, B: {field: lesion_observations/O1/size1_mm, unit: kg}}", "cannot be converted to mm"),
  ("columns: {A: case_id}", "the mapping says nothing of the column \"B\""),
  ("columns: {A: case_id, B: sex, C: note}", "the sheet has no column \"C\""),
  ("columns: {A: case_id, B: case_id}", "fills the same field as \"A\""),
  ("colums: {A: case_id}", "did you mean columns?"), ("[]", "this is no mapping"),
  ("dates: dmy\ncolumns: {A: case_id, B: death_date}", "\"dmy\" is not known here"),
])
func `a mapping that cannot be followed is refused with what to write`(mapping: String, what: String) throws {
  let psoas = try CommandLine(seeded: false)
  let sheet = try psoas.file("x.csv", "A,B\na-1,x\n")
  let outcome = psoas.run("import", sheet, "--mapping", try psoas.file("map.yaml", mapping))
  #expect(outcome.code == 65)
  #expect(outcome.errors.contains(what), "\(outcome.errors)")
}

@Test func `one value of a column can mean several fields`() throws {
  let psoas = try CommandLine(seeded: false)
  let mapping = """
    columns:
      A: case_id
      Driver:
        field: driver_genes/G1/gene
        values:
          EML4-ALK: {driver_genes/G1/gene: ALK, driver_genes/G1/partner_gene: EML4, driver_genes/G1/alteration: fusion}
          none: {molecular_tests/M1/outcome: no_driver_detected}
    constants: {driver_genes/G1/status: positive}
    """
  let sheet = try psoas.file("x.csv", "A,Driver\na-1,EML4-ALK\na-2,none\na-3,KRAS\n")
  #expect(psoas.run("import", sheet, "--mapping", try psoas.file("map.yaml", mapping)).code == 0)
  #expect(psoas.run("query --driver-gene EML4 --columns case_id").output.caseIDs == ["a-1"])
  #expect(psoas.run("query --driver-gene none --columns case_id").output.caseIDs == ["a-2"])
  #expect(psoas.run("query --driver-gene KRAS --columns case_id").output.caseIDs == ["a-3"])
}
