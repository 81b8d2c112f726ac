#!/usr/bin/env bash
# your_experiment.sh ROOT PROGRAM: does what docs/your-experiment.md says, in an empty folder: writes the listings that begin with
# a file's name, and runs the commands.
set -euo pipefail
command -v python3 >/dev/null || { echo "python3 is missing; scripts/packages.txt lists it"; exit 1; }
page=$1/docs/your-experiment.md
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/empty"
ln -s "$2" "$folder/bin/asymptest"
PATH=$folder/bin:$PATH
cd "$folder/empty"
awk '/^```/ { inside = !inside; if (inside) { kind = substr($0, 4); first = 1 } else if (out) { close(out); out = "" }; next }
     inside && kind == "sh" { print > "../commands" }
     inside && kind != "sh" && first && /^# / { out = $2 }
     inside && out { print > out }
     inside { first = 0 }' "$page"
grep -q 'asymptest run' ../commands
bash -euxo pipefail ../commands
