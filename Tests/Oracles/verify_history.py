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
for table in ("lesions", "therapies", "mps_episodes", "annotations"):
    for row in db.execute(f"SELECT * FROM {table}"):
        for name in row.keys():
            if name not in ("case_id", "id"):
                assert cases[row["case_id"]].get(f"{table}/{row['id']}/{name}") == row[name], (table, row["id"], name)
for row in db.execute("SELECT * FROM cases"):
    for name in row.keys():
        if name != "id":
            assert cases[row["id"]].get(f"cases/{name}") == row[name], name
print("Python follows the history")
