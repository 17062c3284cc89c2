import Foundation
import TestSupport
import Testing

@testable import CLI

@Test func `codes are found by any word of them, with the code that a published system has`() throws {
  let psoas = try CommandLine(seeded: false)
  for (words, expected) in [
    (["keytruda"], "pembrolizumab"), (["groin", "pain"], "HP:0031520"), (["thigh"], "mps:thigh_pain"),
    (["karnofsky"], "LOINC 89243-0"), (["her2"], "HGNC:3430"), (["iliopsoas"], "C49.4"), (["N07BC02"], "methadone"),
  ] {
    #expect(psoas.run(["codes"] + words).output.contains(expected), "\(words)")
  }
  #expect(!psoas.run("codes", "lung", "--list", "drug").output.contains("C34"))
}

@Test func `a list of one's own stands beside those of the program, and the history tells of it`() throws {
  let psoas = try CommandLine(seeded: true)
  let file = try psoas.file(
    "mine.tsv", "\u{FEFF}C49.8\tsoft tissue, overlapping\tsarcoma of two sites|odd\r\nX1\tmy own\n\n")
  let outcome = psoas.run("codes", "--import", file, "--list", "site")
  #expect(outcome.code == 0 && outcome.errors.contains("2 codes"), "\(outcome.errors)")
  #expect(psoas.run("codes", "overlapping", "soft", "--format", "csv").output.contains("\nsite,C49.8,\"soft"))
  #expect(psoas.run("verify").code == 0)
  let again = try psoas.file("mine.tsv", "X2\tanother\n")
  #expect(psoas.run("codes", "--import", again, "--list", "site").code == 0)
  #expect(!psoas.run("codes", "X1", "--list", "site").output.contains("X1"))
  let broken = try psoas.file("broken.tsv", "X1;no tabs\nX2\ta\nX2\tb\n")
  let refused = psoas.run("codes", "--import", broken, "--list", "site")
  #expect(refused.code == 65 && refused.errors.contains("line 1") && refused.errors.contains("line 3"))
  #expect(psoas.run("codes", "X2", "--list", "site").output.contains("another"))
  #expect(psoas.run("codes", "--import", again).code == 64)
}
