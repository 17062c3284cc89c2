"""LibreOffice Calc opens the tables of a data package with the types that its schema tells, and runs nothing in them."""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def cells(sheet):
    """The rows of a sheet: of each cell its type, its value and its formula."""
    for row in xml.parse(sheet).iter(TABLE + "table-row"):
        told = []
        for cell in row.iter(TABLE + "table-cell"):
            value = cell.get(OFFICE + "value") or cell.get(OFFICE + "date-value")
            text = "\n".join("".join(line.itertext()) for line in cell.iter(TEXT + "p"))
            one = (cell.get(OFFICE + "value-type"), value or text, cell.get(TABLE + "formula"))
            told += [one] * int(cell.get(TABLE + "number-columns-repeated", 1))
        yield told


package = pathlib.Path(sys.argv[1])
resources = json.loads((package / "datapackage.json").read_text())["resources"]
with tempfile.TemporaryDirectory() as work:
    files = [str(package / resource["path"]) for resource in resources]
    office = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--infilter=CSV:44,34,UTF8"]
    subprocess.run([*office, "--convert-to", "fods", "--outdir", work, *files], check=True, capture_output=True)
    numbers = hostile = 0
    for resource in resources:
        with open(package / resource["path"], newline="", encoding="utf-8") as file:
            written = list(csv.reader(file))
        fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        read = list(cells(pathlib.Path(work) / (pathlib.Path(resource["path"]).stem + ".fods")))
        assert [cell[1] for cell in read[0]] == written[0]
        for ours, theirs in zip(written[1:], read[1:], strict=True):
            theirs += [(None, "", None)] * (len(ours) - len(theirs))
            for name, our, (kind, their, formula) in zip(written[0], ours, theirs):
                told = (resource["name"], name, our, kind, their)
                assert formula is None, told
                if fields[name] in ("integer", "number") and our not in ("", "NR", "NA", "NT"):
                    assert kind == "float" and float(their) == float(our), told
                    numbers += 1
                elif fields[name] == "string" and kind not in ("float", "date", "boolean"):
                    assert their == our and kind == ("string" if our else None), told
                    hostile += our.startswith("'")
assert numbers > 100 and hostile >= 4, (numbers, hostile)
print("LibreOffice opens the data package")
