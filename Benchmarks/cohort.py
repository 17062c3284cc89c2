"""A cohort asked and exported beside its peers: the same columns by sqlite3, sqlite-utils and DuckDB's own file."""
import csv
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

from synthetic import full_case

HITS = 100
EXPORTED = 200_000
SIZES = [10_000, 100_000, EXPORTED] + ([1_000_000] if os.environ.get("MILLION") else [])
ROUNDS = 5
ASKED = 21

psoas, sqlite_utils = sys.argv[1:]

QUESTIONS = {
    "site": (["--primary-site", "kidney"], "site >= 'C64' AND site < 'C65'"),
    "gene": (["--driver-gene", "ROS1"],
             "case_id IN (SELECT case_id FROM driver_genes WHERE (gene = 'ROS1' OR partner_gene = 'ROS1')"
             " AND status = 'positive')"),
}


def write(file, count):
    """Cases of which a hundred are of the kidney, and a hundred others have a driver."""
    rng = random.Random(20)
    with open(file, "w") as out:
        for number in range(count):
            case = full_case(number, rng)
            if number % (count // HITS) == 0:
                case["primary_tumours"][0]["site"] = "C64.9"
            if number % (count // HITS) == 1:
                test = case["molecular_tests"][0]
                test["outcome"] = "driver_detected"
                test["driver_genes"].append({"gene": "ROS1", "status": "positive", "alteration": "fusion"})
            out.write(json.dumps(case) + "\n")


def run(command, output=None):
    """Seconds and the most memory, in MiB."""
    start = time.perf_counter()
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], check=True, stdout=output or subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True)
    return time.perf_counter() - start, int(done.stderr.split()[-1]) / 1024


def export(work, *options):
    """A file or a folder of psoas, made anew."""
    target = f"{work}/export"
    if os.path.isdir(target):
        shutil.rmtree(target)
    elif os.path.exists(target):
        os.remove(target)
    return run([psoas, "export", *options, "--output", target])


def to_file(work, command):
    with open(f"{work}/peer.csv", "w") as out:
        return run(command, out)


def timed(body):
    start = time.perf_counter()
    body()
    return time.perf_counter() - start, 0


def in_turn(commands, rounds):
    """The median of each, in seconds, and the most memory of each."""
    found = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(command())
    return {name: (statistics.median(seconds for seconds, _ in runs), max(memory for _, memory in runs))
            for name, runs in found.items()}


def header(file):
    with open(file, newline="") as lines:
        return ", ".join(next(csv.reader(lines)))


def measure(work, size):
    registry = f"{work}/registry.sqlite"
    os.environ |= {"PSOAS_REGISTRY": registry, "PSOAS_STATE": f"{work}/state"}
    write(f"{work}/cases.ndjson", size)
    subprocess.run([psoas, "init"], check=True, stdout=subprocess.DEVNULL)
    run([psoas, "import", f"{work}/cases.ndjson"])
    os.remove(f"{work}/cases.ndjson")

    export(work, "--identified", "--format", "long")
    tables = {name[:-4]: header(f"{work}/export/{name}") for name in os.listdir(f"{work}/export")
              if name.endswith(".csv")}
    os.makedirs(f"{work}/tables", exist_ok=True)
    with open(f"{work}/long.sql", "w") as script:
        for name, columns in tables.items():
            rows = name
            if name == "cases":
                columns = columns.replace("case_id", "id AS case_id", 1)
            if name == "sources":
                rows = "case_sources JOIN sources ON sources.id = source_id"
            script.write(f".once {work}/tables/{name}.csv\nSELECT {columns} FROM {rows} ORDER BY case_id;\n")
    export(work, "--identified")
    columns = header(f"{work}/export")
    whole = f"SELECT {columns} FROM case_facts ORDER BY case_id"
    shell = ["sqlite3", "-csv", "-header", registry]

    to_file(work, [*shell, whole])
    duck = duckdb.connect(f"{work}/peer.duckdb")
    duck.execute(f"CREATE TABLE case_facts AS SELECT * FROM read_csv('{work}/peer.csv', sample_size = -1)")
    duck.execute("CHECKPOINT")
    copy = f"COPY (SELECT * FROM case_facts ORDER BY case_id) TO '{work}/duck.csv' (HEADER)"
    duck.execute(copy)

    exports = in_turn({
        "full": lambda: export(work, "--identified"),
        "shared": lambda: export(work),
        "shell": lambda: to_file(work, [*shell, whole]),
        "duckdb": lambda: timed(lambda: duck.execute(copy)),
        "long": lambda: export(work, "--identified", "--format", "long"),
        "shell long": lambda: run([*shell, f".read {work}/long.sql"]),
    }, ROUNDS)
    if size == EXPORTED:
        exports |= in_turn({"sqlite-utils": lambda: to_file(work, [sqlite_utils, "query", registry, whole, "--csv"])}, 1)
    duck.close()
    asked = {}
    for name, (options, condition) in QUESTIONS.items():
        sql = f"SELECT {columns} FROM case_facts WHERE {condition} ORDER BY case_id"
        lines = subprocess.run([psoas, "query", *options, "--format", "csv"], capture_output=True, check=True).stdout
        assert lines.count(b"\r\n") == HITS + 1, lines[:200]
        asked[name] = in_turn({
            "psoas": lambda: run([psoas, "query", *options, "--format", "csv"]),
            "shell": lambda: run([*shell, sql]),
            "sqlite-utils": lambda: run([sqlite_utils, "query", registry, sql, "--csv"]),
        }, ASKED)
    return exports, asked


found = {}
for size in SIZES:
    with tempfile.TemporaryDirectory() as work:
        found[size] = measure(work, size)

exports = found[EXPORTED][0]
shell, duck, long_shell = (exports[name][0] for name in ("shell", "duckdb", "shell long"))
text = f"""
## Cohort: an export of {EXPORTED:,} cases

Seeded synthetic cases; median of {ROUNDS} runs in turn, sqlite-utils once. DuckDB {duckdb.__version__} reads its own file, warm, inside
Python, and sorts as the others do.

| what | s | × `sqlite3` | at most | × DuckDB | at most | memory, MiB (at most 100) |
|---|---|---|---|---|---|---|
"""
for name, what, of_shell, of_duck in [
        ("full", "`psoas export --identified`: marks, formulas disarmed, hash", "0.8", "1"),
        ("shared", "`psoas export`: pseudonyms and their order too", "1.5", ""),
        ("shell", "`sqlite3 -csv`, the same columns", "", ""),
        ("duckdb", "DuckDB `COPY … TO`, the same columns", "", ""),
        ("sqlite-utils", "`sqlite-utils query --csv`, the same columns", "", "")]:
    seconds, memory = exports[name]
    text += (f"| {what} | {seconds:.2f} | {seconds / shell:.2f} | {of_shell} | {seconds / duck:.2f} | {of_duck} | "
             f"{f'{memory:.0f}' if memory else ''} |\n")
text += """
| cases | full, × `sqlite3` | shared, × `sqlite3` | full, × DuckDB | long, s | long, × `sqlite3` of the same tables | memory of the three, MiB |
|---|---|---|---|---|---|---|
"""
for size, (exports, _) in found.items():
    full, shared, shell, duck, long, long_shell = (
        exports[name][0] for name in ("full", "shared", "shell", "duckdb", "long", "shell long"))
    memory = ", ".join(f"{exports[name][1]:.0f}" for name in ("full", "shared", "long"))
    text += (f"| {size:,} | {full / shell:.2f} | {shared / shell:.2f} | {full / duck:.2f} | {long:.2f} | "
             f"{long / long_shell:.2f} | {memory} |\n")
text += f"""
## Cohort: a query with {HITS} hits

All columns as CSV; median of {ASKED} runs in turn. psoas also counts who is left out because it is not known.

| query | cases | psoas, ms | `sqlite3`, the same question, ms | × (at most 2) | `sqlite-utils`, × |
|---|---|---|---|---|---|
"""
for name, (options, _) in QUESTIONS.items():
    for size, (_, asked) in found.items():
        own, shell, utils = (asked[name][peer][0] * 1000 for peer in ("psoas", "shell", "sqlite-utils"))
        text += (f"| `{' '.join(options)}` | {size:,} | {own:.1f} | {shell:.1f} | {own / shell:.2f} | "
                 f"{own / utils:.2f} |\n")
with open(os.path.join(os.path.dirname(__file__), "RESULTS.md"), "a") as results:
    results.write(text)
print(text)
