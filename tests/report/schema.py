"""schema.py SCHEMA RECORD: the record obeys the schema, and records with an error in them don't."""
import json
import sys

import jsonschema

schema, record = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(record)]


def refuses(what, change):
    changed = json.loads(json.dumps(record))
    change(changed)
    if validator.is_valid(changed):
        problems.append(f"accepted although {what}")


refuses("a field is missing", lambda r: r.pop("alpha"))
refuses("the format is another", lambda r: r.update(format=r["format"] + 1))
refuses("a status is none", lambda r: r["claims"][0]["subjects"][0].update(status="fine"))
refuses("a number is a word", lambda r: r["claims"][0].update(band="wide"))
print("\n".join(problems))
sys.exit(1 if problems else 0)
