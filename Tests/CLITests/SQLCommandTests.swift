import Testing

@testable import CLI

@Test func `a statement is answered in every format, by the names that it gives its columns`() throws {
  let psoas = try CommandLine(seeded: true)
  let sql = "SELECT case_id AS id, pack_years, age_min FROM patients ORDER BY id"
  #expect(
    psoas.run("sql", sql, "--format", "csv").output
      == "id,pack_years,age_min\r\nkodama2024-1,,46\r\nkodama2024-2,40,65\r\n")
  #expect(psoas.run("sql", sql, "--format", "ndjson").output.contains(#"{"id": "kodama2024-1", "pack_years": null"#))
  #expect(psoas.run("sql", sql, "--format", "markdown").output.hasPrefix("| id | pack_years | age_min |\n|---|"))
  #expect(psoas.run("sql", sql).output.contains("kodama2024-2"))
  #expect(psoas.run("sql", sql, "--format", "json").output.hasPrefix("[\n  {"))
  #expect(psoas.run("sql", "SELECT 1 WHERE 0", "--format", "json").output == "[]\n")
  #expect(psoas.run("sql", "SELECT x'0aFF' AS b", "--format", "csv").output == "b\r\n0aff\r\n")
}

@Test func `the views leave out what is withdrawn, and tell reports and days`() throws {
  let psoas = try CommandLine(seeded: true)
  #expect(psoas.run("withdraw kodama2024-2").code == 0)
  #expect(psoas.run("sql", "SELECT count(*) AS n FROM patients", "--format", "csv").output == "n\r\n1\r\n")
  let reports = psoas.run("sql", "SELECT doi FROM reports WHERE case_id = 'kodama2024-1' ORDER BY doi").output
  #expect(reports.contains("10.1002/ccr3.8368") && reports.contains("10.7759/cureus.46339"))
  let dates = "SELECT first_date, last_date FROM dates WHERE field = 'onset_date' ORDER BY 1"
  #expect(psoas.run("sql", dates, "--format", "csv").output.contains("2019-06-01,2019-08-31\r\n"))
}

@Test(arguments: [
  "DELETE FROM cases", "SELECT 1; SELECT 2", "SELEC 1", "SELECT nothing FROM cases", "PRAGMA query_only = OFF",
  "ATTACH '/tmp/other' AS other", "WITH x AS (SELECT 1) DELETE FROM cases", "VACUUM", "SELECT ?", "", "BEGIN",
  "/* SELECT */ DROP TABLE cases", "SELECT abs(-9223372036854775808)",
])
func `what does more than read, or cannot be read, is usage and changes nothing`(sql: String) throws {
  let psoas = try CommandLine(seeded: true)
  let outcome = psoas.run("sql", sql)
  #expect(outcome.code == 64 && outcome.output.isEmpty && outcome.errors.hasPrefix("psoas: "), "\(outcome.errors)")
  #expect(psoas.run("query").output.caseIDs.count == 2)
}

@Test func `a statement is stopped when it takes too long, gives too much or asks for addresses`() throws {
  let psoas = try CommandLine(seeded: true)
  let endless = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT"
  for (sql, options, told) in [
    ("\(endless) count(*) FROM t", ["--max-seconds", "1"], "--max-seconds"),
    ("\(endless) x FROM t", ["--max-rows", "100"], "--max-rows"),
    ("SELECT hex(zeroblob(100000000))", [], "64 MiB"), ("SELECT fts3_tokenizer('simple')", [], "no function"),
  ] {
    let outcome = psoas.run(["sql", sql] + options)
    #expect(outcome.code == 64 && outcome.errors.contains(told) && outcome.output.isEmpty, "\(outcome)")
  }
  #expect(psoas.run("sql", "SELECT count(*) AS n FROM cases", "--max-rows", "1").code == 0)
}
