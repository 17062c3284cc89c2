"""How long a command takes from nothing: one case of a thousand by its id, psoas beside its peers."""
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time

from synthetic import small_case

ROUNDS = 101
CASES = 1000


def measure(commands):
    """The median of each command in milliseconds; the commands take turns, so that a slow minute hits them all."""
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times[name].append(1000 * (time.perf_counter() - start))
    return {name: statistics.median(values) for name, values in times.items()}


def version(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0].strip()


psoas, sqlite_utils = sys.argv[1:]
with tempfile.TemporaryDirectory() as work:
    registry = f"{work}/psoas.sqlite"
    os.environ |= {"PSOAS_REGISTRY": registry, "PSOAS_STATE": f"{work}/state"}
    rng = random.Random(16)
    with open(f"{work}/cases.ndjson", "w") as file:
        for number in range(CASES):
            file.write(json.dumps(small_case(number, rng)) + "\n")
    for command in (["init"], ["import", f"{work}/cases.ndjson"]):
        subprocess.run([psoas, *command], check=True, stdout=subprocess.DEVNULL)
    case = f"synthetic-{CASES // 2:06}"
    select = f"SELECT * FROM case_facts WHERE case_id = '{case}'"
    commands = {
        f"sqlite3 psoas.sqlite \"{select}\"": ["sqlite3", registry, select],
        f"psoas query --case {case}": [psoas, "query", "--case", case],
        f"psoas show {case}": [psoas, "show", case],
        f"sqlite-utils query psoas.sqlite \"{select}\"": [sqlite_utils, "query", registry, select],
    }
    medians = measure(commands)

shell = next(iter(medians.values()))
lines = [
    "# Results", "", "Made by `make bench`; do not edit.", "",
    f"- psoas {version([psoas, '--version'])}, released binary; sqlite3 {version(['sqlite3', '--version']).split()[0]}; "
    f"{version([sqlite_utils, '--version'])}; {platform.system()} {platform.machine()}, {os.cpu_count()} cores",
    f"- a registry of {CASES} seeded synthetic cases; median of {ROUNDS} runs, the commands in turn", "",
    "## Cold start: one case by its id", "", "| command | ms | × the shell | at most |", "|---|---|---|---|",
]
for command, median in medians.items():
    limit = "3" if command.startswith("psoas") else ""
    lines.append(f"| `{command}` | {median:.1f} | {median / shell:.2f} | {limit} |")
text = "\n".join(lines) + "\n"
with open(os.path.join(os.path.dirname(__file__), "RESULTS.md"), "w") as file:
    file.write(text)
print(text)
