"""What the edit checks cost: their time over some thousand cases beside the import of the same cases."""
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
CASES = 3000

psoas, check_cost = sys.argv[1:]
imports, checks = [], []
with tempfile.TemporaryDirectory() as work:
    rng = random.Random(18)
    file = f"{work}/cases.ndjson"
    with open(file, "w") as out:
        for number in range(CASES):
            out.write(json.dumps(full_case(number, rng)) + "\n")
    for turn in range(ROUNDS):
        os.environ |= {"PSOAS_REGISTRY": f"{work}/{turn}.sqlite", "PSOAS_STATE": f"{work}/state"}
        subprocess.run([psoas, "init"], check=True, stdout=subprocess.DEVNULL)
        start = time.perf_counter()
        subprocess.run([psoas, "import", file], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        imports.append(time.perf_counter() - start)
        printed = subprocess.run([check_cost, file], check=True, capture_output=True, text=True).stdout
        checks.append(float(printed.split()[1]))

whole, part = statistics.median(imports), statistics.median(checks)
text = f"""
## Edit checks: their share of an import

{CASES} seeded synthetic cases of 18 rows; median of {ROUNDS} runs in turn. The checks are timed over the same cases in memory.

| what | s | × the import | at most |
|---|---|---|---|
| `psoas import cases.ndjson` | {whole:.2f} | 1.00 |  |
| the 81 checks | {part:.2f} | {part / whole:.2f} | 0.25 |
"""
with open(os.path.join(os.path.dirname(__file__), "RESULTS.md"), "a") as results:
    results.write(text)
print(text)
