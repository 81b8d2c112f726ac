#!/usr/bin/env bash
# examples.sh ROOT PROGRAM: decides the claims of a copy of examples/. Exit code 77, skipped, where there is no Python or C.
set -euo pipefail
command -v python3 >/dev/null && command -v cc >/dev/null || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r "$1/examples" "$folder"
cd "$folder"
cc -O2 -Wall -Wextra -Werror -o examples/simpson/simpson examples/simpson/simpson.c -lm
"$2" run examples
