"""An import of full cases beside its peers: the same rows by sqlite3 .import and by sqlite-utils, unchecked."""
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from synthetic import full_case

CASES = 100_000
SIZES = [1_000, 10_000, CASES] + ([1_000_000] if os.environ.get("MILLION") else [])
ROUNDS = 5
UTILS_ROUNDS = 1

psoas, sqlite_utils = sys.argv[1:]


def write(file, count):
    rng = random.Random(19)
    with open(file, "w") as out:
        for number in range(count):
            out.write(json.dumps(full_case(number, rng)) + "\n")


def run(command, **options):
    """Seconds and the most memory, in MiB."""
    start = time.perf_counter()
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], check=True, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, **options)
    return time.perf_counter() - start, int(done.stderr.split()[-1]) / 1024


def imported(work, file):
    """A fresh registry with the cases of a file."""
    registry = f"{work}/registry.sqlite"
    if os.path.exists(registry):
        os.remove(registry)
    os.environ |= {"PSOAS_REGISTRY": registry, "PSOAS_STATE": f"{work}/state"}
    subprocess.run([psoas, "init"], check=True, stdout=subprocess.DEVNULL)
    return registry, *run([psoas, "import", file])


def dump(registry, work):
    """Its rows as a CSV a table, and two empty schemas: the columns alone, and with keys and indexes."""
    db = sqlite3.connect(registry)
    names = [name for (name,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'")]
    bare, keyed, tables = [], [], {}
    for name in names:
        if not db.execute(f"SELECT EXISTS (SELECT 1 FROM {name})").fetchone()[0]:
            continue
        columns = db.execute(f"PRAGMA table_info({name})").fetchall()
        quoted = ", ".join(f'"{column[1]}"' for column in columns)
        key = ", ".join(column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5])
        bare.append(f"CREATE TABLE {name} ({quoted});")
        keyed.append(f"CREATE TABLE {name} ({quoted}{f', PRIMARY KEY ({key})' if key else ''});")
        tables[name] = f"{work}/{name}.csv"
        with open(tables[name], "w") as out:
            subprocess.run(["sqlite3", "-csv", registry, f"SELECT * FROM {name}"], check=True, stdout=out)
    keyed += [sql.replace("CREATE UNIQUE", "CREATE") + ";" for name, sql in db.execute(
        "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL") if name in tables]
    rows = sum(db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)
    return tables, bare, keyed, rows


def shell(work, schema, tables):
    """The same rows by the sqlite3 shell, in one transaction."""
    peer = f"{work}/peer.sqlite"
    if os.path.exists(peer):
        os.remove(peer)
    script = [*schema, "BEGIN;", *(f".import --csv {file} {name}" for name, file in tables.items()), "COMMIT;"]
    with open(f"{work}/import.sql", "w") as out:
        out.write("\n".join(script) + "\n")
    return run(["sqlite3", peer, f".read {work}/import.sql"])[0]


def utils(work, schema, tables):
    """The same rows by sqlite-utils, a table at a time in large batches."""
    peer = f"{work}/utils.sqlite"
    if os.path.exists(peer):
        os.remove(peer)
    sqlite3.connect(peer).executescript("\n".join(schema))
    return sum(
        run([sqlite_utils, "insert", peer, name, f"{file}.headed", "--csv", "--encoding", "latin-1",
             "--batch-size", "10000"])[0]
        for name, file in tables.items())


with tempfile.TemporaryDirectory() as work:
    flat = []
    for size in SIZES:
        write(f"{work}/{size}.ndjson", size)
        registry, seconds, memory = imported(work, f"{work}/{size}.ndjson")
        flat.append((size, seconds / size * 1e6, memory))
        if size == CASES:
            tables, bare, keyed, rows = dump(registry, work)
        if size != CASES:
            os.remove(f"{work}/{size}.ndjson")
    for name, file in tables.items():
        columns = [column[1] for column in sqlite3.connect(registry).execute(f"PRAGMA table_info({name})")]
        with open(file, "rb") as rest, open(f"{file}.headed", "wb") as out:
            out.write(",".join(columns).encode() + b"\n")
            shutil.copyfileobj(rest, out)
    ours, theirs, plain, slow = [], [], [], []
    for turn in range(ROUNDS):
        ours.append(imported(work, f"{work}/{CASES}.ndjson")[1])
        theirs.append(shell(work, keyed, tables))
        plain.append(shell(work, bare, tables))
        if turn < UTILS_ROUNDS:
            slow.append(utils(work, keyed, tables))

own, keys, columns, other = (statistics.median(times) for times in (ours, theirs, plain, slow))
text = f"""
## Import: {CASES:,} full cases

Seeded synthetic cases as NDJSON, {rows / CASES:.1f} rows a case with facts, dates and history; median of {ROUNDS} runs in
turn, sqlite-utils once. The peers get the rows that the import left, as a CSV a table, and check nothing.

| what | s | psoas is × this | at most |
|---|---|---|---|
| `psoas import cases.ndjson`: read, checked, with facts and history | {own:.1f} | 1.00 |  |
| `sqlite3 .import` of the same rows, with their keys and indexes | {keys:.1f} | {own / keys:.2f} | 2 |
| `sqlite3 .import`, no keys, no indexes | {columns:.1f} | {own / columns:.2f} |  |
| `sqlite-utils insert --batch-size 10000`, with keys and indexes | {other:.1f} | {own / other:.2f} | 0.4 |

| cases | µs a case | memory, MiB (at most 100) |
|---|---|---|
""" + "".join(f"| {size:,} | {micros:.0f} | {memory:.0f} |\n" for size, micros, memory in flat)
with open(os.path.join(os.path.dirname(__file__), "RESULTS.md"), "a") as results:
    results.write(text)
print(text)
