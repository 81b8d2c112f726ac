#!/usr/bin/env bash
# run.sh BUILD SOURCE WORK: installs what BUILD made, then configures, builds and runs a stranger's project on it.
set -euo pipefail
build=$1 source=$2 work=$3
rm -rf "$work"
mkdir -p "$work"
cp -r "$source" "$work/source"  # its tests keep their trials beside it
source=$work/source
cmake --install "$build" --prefix "$work/prefix" >/dev/null
"$work/prefix/bin/asymptest" --version
cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH="$work/prefix" \
  -DCMAKE_REQUIRE_FIND_PACKAGE_GTest=ON >/dev/null
cmake --build "$work/build"
ctest --test-dir "$work/build" --output-on-failure --no-tests=error
# The same library without CMake, and what stands beside the program.
config=$(find "$work/prefix" -name asymptest.pc)
# shellcheck disable=SC2046  # the flags are words
g++ -o "$work/decides" "$source/decides.cpp" $(PKG_CONFIG_PATH=$(dirname "$config") pkg-config --cflags --libs asymptest)
"$work/decides"
for file in man/man1/asymptest.1 bash-completion/completions/asymptest zsh/site-functions/_asymptest; do
  test -s "$work/prefix/share/$file"
done
