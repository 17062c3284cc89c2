"""How fast sheets and case files are parsed, beside Python's csv and json, which are written in C."""
import csv
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

from synthetic import full_case

ROUNDS = 5
CSV_ROWS = 300_000
CASES = 20_000
WORDS = ["female", "2020-03", "radiotherapy", "30", "", "NR", "psoas", "a text, with a comma", "kodama2024-1", "C34.1",
         "8140/3", "x" * 40]

parse_cost = sys.argv[1]


def ours(file):
    return float(subprocess.run([parse_cost, file], check=True, capture_output=True, text=True).stdout.split()[1])


def python(file):
    start = time.perf_counter()
    with open(file, newline="") as lines:
        if file.endswith(".csv"):
            fields = sum(len(row) for row in csv.reader(lines))
        else:
            fields = sum(1 for line in lines if json.loads(line))
    assert fields
    return time.perf_counter() - start


with tempfile.TemporaryDirectory() as work:
    rng = random.Random(4180)
    with open(f"{work}/sheet.csv", "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([f"c{number}" for number in range(30)])
        for _ in range(CSV_ROWS):
            writer.writerow([rng.choice(WORDS) for _ in range(30)])
    with open(f"{work}/cases.ndjson", "w") as out:
        for number in range(CASES):
            out.write(json.dumps(full_case(number, rng)) + "\n")
    lines = []
    for file, peer, least in [("sheet.csv", "csv.reader", 2), ("cases.ndjson", "json.loads", 1)]:
        size = os.path.getsize(f"{work}/{file}") / 1e6
        times = [(ours(f"{work}/{file}"), python(f"{work}/{file}")) for _ in range(ROUNDS)]
        own, other = (statistics.median(column) for column in zip(*times))
        lines.append(f"| {file}, {size:.0f} MB | {size / own:.0f} | Python's `{peer}` {size / other:.0f} | "
                     f"{other / own:.2f} | {least} |\n")

text = f"""
## Parsing

In memory of one record at a time, each field a string; median of {ROUNDS} runs in turn.

| what | MB/s | peer, MB/s | × the peer | at least |
|---|---|---|---|---|
""" + "".join(lines)
with open(os.path.join(os.path.dirname(__file__), "RESULTS.md"), "a") as results:
    results.write(text)
print(text)
