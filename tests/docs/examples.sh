#!/usr/bin/env bash
# examples.sh ROOT PROGRAM: decides the claims of a copy of examples/; the one in R where there is R.
set -euo pipefail
for needed in python3 cc; do
  command -v "$needed" >/dev/null || { echo "$needed is missing; scripts/packages.txt lists what brings it"; exit 1; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r "$1/examples" "$folder"
cd "$folder"
command -v Rscript >/dev/null || rm -r examples/maximum
cc -O2 -Wall -Wextra -Werror -o examples/simpson/simpson examples/simpson/simpson.c -lm
"$2" run examples
