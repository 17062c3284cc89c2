"""frictionless finds the data packages valid, with their keys and hashes, and a changed cell in them not."""
import json
import pathlib
import sys

from frictionless import Package, validate

for directory in map(pathlib.Path, sys.argv[1:]):
    descriptor = directory / "datapackage.json"
    report = validate(str(descriptor))
    assert report.valid, report.flatten(["resourceName", "rowNumber", "type", "message"])
    package = json.loads(descriptor.read_text())
    names = [resource["name"] for resource in package["resources"]]
    assert names[0] == "cohort" and "dictionary" in names, names
    told = package["psoas"]
    assert told.get("cohort") == (None if directory.name == "shared" else "all") and told["criteria"] == "--not status=withdrawn" and int(told["patients"]) > 2
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    marks = {mark["value"]: mark["label"] for mark in package["resources"][0]["schema"]["missingValues"]}
    assert marks == {"": "nothing told", "NR": "not reported", "NA": "not applicable", "NT": "not tested"}
    rows = Package(str(descriptor)).get_resource("cohort").read_rows()
    assert len(rows) == int(told["patients"])
    assert any(row["drivers"] is None for row in rows) and any(isinstance(row["age_min"], int) for row in rows)

full = pathlib.Path(sys.argv[2])
sources = json.loads((full / "datapackage.json").read_text())["sources"]
kodama = next(source for source in sources if source["id"] == "kodama2024")
assert kodama["path"] == "https://doi.org/10.1002/ccr3.8368" and kodama["license"] == "CC BY-NC 4.0"
lesions = full / "lesions.csv"
lesions.write_bytes(lesions.read_bytes().replace(b"kodama2024-1,L4", b"nobody,L4", 1))
found = {error[0] for error in validate(str(full / "datapackage.json")).flatten(["type"])}
assert "foreign-key" in found and "hash-count" in found, found
print("frictionless validates the data packages")
