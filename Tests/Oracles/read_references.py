"""Reference managers' readers find the demo's publications, each once, with their authors and identifiers."""
import json
import sys

import bibtexparser
import rispy

path = sys.argv[1]
dois = {"kodama2024": "10.1002/ccr3.8368", "okazaki2023": "10.7759/cureus.46339"}
with open(path + ".bibtex") as file:
    bibtex = {entry["ID"]: entry for entry in bibtexparser.load(file).entries}
with open(path + ".ris", newline="") as file:
    ris = {entry["id"]: entry for entry in rispy.load(file)}
with open(path + ".csl-json") as file:
    csl = {item["id"]: item for item in json.load(file)}
for key, doi in dois.items():
    assert bibtex[key]["doi"] == ris[key]["doi"] == csl[key]["DOI"] == doi, key
assert bibtex["okazaki2023"]["author"] == "Okazaki, T and others"
assert ris["okazaki2023"]["authors"][0] == "Okazaki, T" and ris["okazaki2023"]["year"] == "2023"
assert csl["okazaki2023"]["issued"] == {"date-parts": [[2023]]} and csl["okazaki2023"]["issue"] == "10"
print("reference managers read the publications")
