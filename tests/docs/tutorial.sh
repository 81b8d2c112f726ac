#!/usr/bin/env bash
# tutorial.sh ROOT PROGRAM: what docs/tutorial.md shows is what the commands print.
set -euo pipefail
root=$1 program=$2
asymptest() { "$program" "$@" 2>&1 || true; }
cd "$root"
shown=$(mktemp) printed=$(mktemp)
trap 'rm -f "$shown" "$printed"' EXIT
sed -n '/^```console$/,/^```$/p' docs/tutorial.md | grep -v '^```' >"$shown"
grep '^\$ ' "$shown" | while IFS= read -r line; do
  printf '%s\n' "$line"
  eval "${line#\$ }"
done >"$printed"
diff "$shown" "$printed"
