#!/usr/bin/env bash
# schema.sh ASYMPTEST WRITE_EXAMPLE_REPORT: the record of a report obeys the schema that the program prints.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" report --schema >"$folder/schema.json"
"$2" "$folder/report"
python3 "$(dirname "${BASH_SOURCE[0]}")/schema.py" "$folder/schema.json" "$folder/report/record.json"
