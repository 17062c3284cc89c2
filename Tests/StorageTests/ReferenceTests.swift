import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@Test func `the documents tell the tables of the database as SQLite does`() throws {
  let path = try Samples.path("psoas.sqlite")
  _ = try RegistryDatabase.create(at: path, by: .tester)
  let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'grdb_%' ORDER BY rowid"
  let statements = try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: sql) }
  let text = """
    # Tables of the database

    Made by `make docs` from the migrations; do not edit.

    A registry is one SQLite file: the `sqlite3` shell, Datasette, DuckDB and R read it. Ask `case_facts`, a row a patient, first.
    Rows of a case carry its `case_id`; dates are texts as written, their days are in `case_dates`.
    Change nothing by SQL: `psoas verify` would find it.

    ```sql
    \(statements.joined(separator: ";\n\n"));
    ```

    """
  try Golden.check("docs/reference/database.md", says: text)
}
