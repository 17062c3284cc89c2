import ClinicalModel
import Testing

@Test func `a gene is its approved symbol, whatever letter case or alias was written`() throws {
  #expect(try GeneSymbol(parsing: "alk").text == "ALK")
  #expect(try GeneSymbol(parsing: "HER2").text == "ERBB2")
  #expect(try GeneSymbol(parsing: "TTF-1").text == "NKX2-1")
}

@Test func `what is no gene is refused, a biomarker with its own advice, a slip with the nearest symbol`() {
  #expect(throws: Fault.self) { try GeneSymbol(parsing: "XYZ9") }
  #expect { try GeneSymbol(parsing: "PD-L1") } throws: { "\($0)".contains("biomarker") }
  #expect { try GeneSymbol(parsing: "EGRF") } throws: { "\($0)".contains("EGFR") }
}

@Test func `a fusion is read in each of its spellings, a hyphened gene is none`() throws {
  for text in ["EML4::ALK", "EML4-ALK", "eml4/alk", "EML4–ALK"] {
    let fusion = try #require(try Fusion(parsing: text))
    #expect([fusion.first.text, fusion.second.text] == ["EML4", "ALK"])
  }
  #expect(try Fusion(parsing: "NKX2-1") == nil)
  #expect(try Fusion(parsing: "ALK") == nil)
  #expect(throws: Fault.self) { try Fusion(parsing: "EML4::NONE") }
}

@Test func `a site is a code, a group or a common name, and knows its group`() throws {
  #expect(try SiteCode(parsing: "c341").text == "C34.1")
  #expect(try SiteCode(parsing: "C61").text == "C61.9")
  let lung = try SiteCode(parsing: "lung")
  #expect([lung.text, lung.word, lung.group] == ["C34.9", "lung", "lung"])
  #expect(try SiteCode(parsing: "bladder").text == "C67.9")
  #expect(try SiteCode(parsing: "C34.1").word == nil)
  #expect(throws: Fault.self) { try SiteCode(parsing: "C99.9") }
  #expect { try SiteCode(parsing: "lnug") } throws: { "\($0)".contains("lung") }
}

@Test func `every group of sites that is a place has a code of its own group`() throws {
  for group in SiteGroup.all {
    guard let code = group.unspecified else { continue }
    #expect(try SiteCode(parsing: code).group == group.name)
  }
}

@Test func `every shipped code is a valid value and belongs to a group`() throws {
  for entry in Vocabulary.sites.entries {
    let site = try SiteCode(parsing: entry.code)
    #expect(site.text == entry.code && SiteGroup(of: site.text) != nil)
  }
  for entry in Vocabulary.histologies.entries {
    #expect(try HistologyCode(parsing: entry.code).group(at: nil) != nil, "\(entry.code)")
  }
}

@Test func `a histology is a code with its behaviour or a known name`() throws {
  #expect(try HistologyCode(parsing: "adenocarcinoma").text == "8140/3")
  #expect { try HistologyCode(parsing: "8140") } throws: { "\($0)".contains("8140/3") }
  #expect(throws: Fault.self) { try HistologyCode(parsing: "7140/3") }
}

@Test func `a word of a closed list is exact, of an open list another word is kept`() throws {
  #expect { try Sex(.text("femal")) } throws: { "\($0)".contains("female") }
  #expect(try Sex(.text("not_reported")) == .notReported)
  #expect(try ExtensibleCode<Modality>(parsing: "petscan").text == "petscan")
}

@Test func `a number stays inside what can be true`() throws {
  #expect(try Quantity<Gray>(.text("50")).value == 50)
  #expect(throws: Fault.self) { try Quantity<Gray>(.text("5000")) }
  #expect(throws: Fault.self) { try Quantity<Gray>(.text("50 Gy")) }
  #expect(throws: Fault.self) { try Count<Years>(.text("58.5")) }
  #expect(throws: Fault.self) { try Count<Years>(.real(.infinity)) }
}

@Test func `a DOI is read from its address, a TNM part says how it is written`() throws {
  #expect(try DOI(parsing: "https://doi.org/10.1002/CCR3.8368").text == "10.1002/ccr3.8368")
  #expect(throws: Fault.self) { try DOI(parsing: "ccr3.8368") }
  #expect(try TCategory(parsing: "4a").text == "4a")
  #expect { try TCategory(parsing: "pT4") } throws: { "\($0)".contains("without letter") }
  #expect(throws: Fault.self) { try MCategory(parsing: "X") }
}
