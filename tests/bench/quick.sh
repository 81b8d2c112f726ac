#!/usr/bin/env bash
# quick.sh BENCHMARK_TABLE BENCHMARKS FOLDER: a quick run writes the table and JSON, whatever the times are.
set -euo pipefail
rm -rf "$3"
"$1" --program "$2" --root "$3" --quick
python3 - "$3/results/bench" <<'END'
import json, math, sys
folder = sys.argv[1]
results = json.load(open(folder + "/performance.json"))
page = open(folder + "/performance.md").read()
runs = [run for run in results["benchmarks"] if run["run_type"] == "iteration"]
assert runs and all(run["cpu_time"] >= 0 for run in runs)
assert not {"host_name", "executable"} & set(results["context"])
# What needs no optional library is always measured.
values = {row["group"] + row["instrument"]: row["value"] for row in results["figures"]}
assert sum(value is not None for value in values.values()) >= 20, values
assert all(value is None or (math.isfinite(value) and value > 0) for value in values.values())
assert len(results["growth"]) >= 5, results["growth"]
for row in results["figures"]:
    assert row["group"] in page and row["instrument"] in page, row
assert all(("at_least" in row or "at_most" in row) == ("met" in row) for row in results["figures"])
assert "| time grows as |" in page
END
