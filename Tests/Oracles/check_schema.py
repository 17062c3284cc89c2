"""jsonschema accepts the case files that psoas reads, and refuses what psoas refuses."""
import json
import subprocess
import sys

import jsonschema
import yaml

psoas, *files = sys.argv[1:]
schema = json.loads(subprocess.run([psoas, "schema"], check=True, capture_output=True, text=True).stdout)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for file in files:

    with open(file) as handle:
        text = handle.read()
    cases = [json.loads(text)] if file.endswith(".json") else list(yaml.safe_load_all(text))
    for case in cases:
        # YAML's own dates and numbers are texts to psoas.
        case = json.loads(json.dumps(case, default=str))
        errors = [error.message for error in validator.iter_errors(case)]
        assert not errors, (file, errors)
for wrong in [
    {}, {"id": "a", "sexx": "male"}, {"id": "a", "sex": "femal"}, {"id": "a", "age_min": 130},
    {"id": "a", "death_date": "2019/2020"}, {"id": "a", "lesions": {"muscle": "psoas"}},
    {"id": "a", "therapies": [{"agent": "x"}]}, {"id": "a", "psoas_case": 2},
]:
    assert not validator.is_valid(wrong), wrong
print("jsonschema agrees with the reader")
