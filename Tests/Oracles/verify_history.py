"""Checks the chain of a registry from docs/reference/event-log.md alone, with nothing of ours."""
import hashlib
import json
import sqlite3
import struct
import sys


def tagged(value):
    if value is None:
        tag, content = 0, b""
    elif isinstance(value, int):
        tag, content = 1, str(value).encode()
    elif isinstance(value, str):
        tag, content = 2, value.encode()
    elif isinstance(value, bytes):
        tag, content = 3, value
    else:
        tag, content = 4, struct.pack(">d", value)
    return bytes([tag]) + struct.pack(">I", len(content)) + content


def sha(first, bare, values):
    return hashlib.sha256(bytes([first]) + bare + b"".join(map(tagged, values))).digest()


db = sqlite3.connect(sys.argv[1])
db.row_factory = sqlite3.Row
prev, count, cases = bytes(32), 0, {}
for row in db.execute("SELECT * FROM revisions ORDER BY seq"):
    count += 1
    assert row["seq"] == count and row["prev"] == prev
    assert sha(0, row["salt"], [row["payload"], row["reason"]]) == row["commitment"]
    event = [row[name] for name in ("seq", "batch", "at", "actor", "action", "case_id", "program", "schema")]
    assert sha(2, prev, event + [row["commitment"], row["row_hash"]]) == row["hash"]
    prev = row["hash"]
    if row["case_id"]:
        values = cases.setdefault(row["case_id"], {})
        for path, old, new in json.loads(row["payload"]):
            assert values.get(path) == old, path
            values[path] = new
            if new is None:
                del values[path]
assert count > 0
for table in ("lesions", "therapies", "mps_episodes", "findings", "measurements", "responses", "adverse_events",
              "annotations"):
    for row in db.execute(f"SELECT * FROM {table}"):
        for name in row.keys():
            if name not in ("case_id", "id"):
                assert cases[row["case_id"]].get(f"{table}/{row['id']}/{name}") == row[name], (table, row["id"], name)
for row in db.execute("SELECT * FROM cases"):
    for name in row.keys():
        if name != "id":
            assert cases[row["id"]].get(f"cases/{name}") == row[name], name

# Each case's rows must have the hash that its last revision committed to.
PARENTS = {"stagings": "primary_tumour_id", "driver_genes": "molecular_test_id", "lesion_observations": "lesion_id",
           "therapy_targets": "therapy_id", "response_therapies": "response_id"}
NAMED = {"therapy_targets": "lesion_id", "response_therapies": "therapy_id"}


def rows_of(case):
    for table in ("cases", "sources", "primary_tumours", "stagings", "molecular_tests", "driver_genes", "lesions",
                  "lesion_observations", "mps_episodes", "findings", "measurements", "therapies", "therapy_targets",
                  "responses", "response_therapies", "adverse_events", "annotations"):
        parent = PARENTS.get(table)
        if table == "cases":
            sql = "SELECT 1 AS position, * FROM cases WHERE id = ?"
        elif table == "sources":
            sql = "SELECT t.position, t.label, t.role, s.* FROM case_sources t JOIN sources s ON s.id = t.source_id WHERE t.case_id = ?"
        else:
            sql = f"SELECT * FROM {table} WHERE case_id = ?"
        for row in db.execute(sql, [case]):
            named = NAMED.get(table)
            key = f"{row[parent]}.{row[named]}" if named else row["id"]
            keys = {"case_id", "id", "position", parent, named}
            values = sorted((name, row[name]) for name in row.keys() if name not in keys and row[name] is not None)
            yield table, row["position"], [table, key, row[parent] if parent else "", row["position"], len(values),
                                           *(part for pair in values for part in pair)]


for case in cases:
    last = db.execute("SELECT salt, row_hash FROM revisions WHERE case_id = ? ORDER BY seq DESC", [case]).fetchone()
    flat = [value for _, _, values in sorted(rows_of(case), key=lambda row: row[:2]) for value in values]
    assert sha(3, last["salt"], flat) == last["row_hash"], case
print("Python follows the history")
