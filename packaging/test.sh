#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is needed, builds, and runs the tests; the last lines are ctest's summary.
#   packaging/test.sh [--full]     --full: also the long studies on planted data, minutes each (docs/planted-subjects.md), and the
#                                  Debian packages and the bundle on a clean Debian (docs/packaging.md)
# Larger test data are looked for in FUSIFORM_TEST_DATA (default ../shared/data beside the checkout).
set -euo pipefail
cd "$(dirname "$0")/.."

isFull=no
[ "${1:-}" = --full ] && isFull=yes
packaging/install-deps.sh
cmake --preset whole >/dev/null
cmake --build --preset whole

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
ctest --test-dir build/whole --output-on-failure -j2 --output-log "$log" --verbose >"$log.out" 2>&1 || status=$?
grep -E '^SKIP' "$log" | sed 's/^[0-9]*: //' | sort -u || true
skipped=$(grep -c 'NEEDS-DATA' "$log" || true)
if [ "$skipped" -gt 0 ]; then
    echo "$skipped tests were skipped because their data are not on this machine (FUSIFORM_TEST_DATA):"
    grep -oE 'NEEDS-DATA: .*' "$log" | sort | uniq -c
fi
if [ "$status" -ne 0 ]; then
    # Of every failed test its first telling lines, or its last ones where none tells.
    sed -nE '/\*\*\*Skipped/d; s/^ *[0-9]+\/[0-9]+ Test +#([0-9]+):.*\*\*\*.*/\1/p' "$log.out" | while read -r number; do
        grep -E "Test +#$number:" "$log.out" || true
        lines=$(grep -E "^$number: " "$log" || true)
        telling=$(grep -E -A3 'FAIL!|[Ee]rror|QFATAL' <<<"$lines" | head -n 20 || true)
        tail -n 20 <<<"${telling:-$lines}"
    done
fi
if [ "$isFull" = yes ]; then
    cmake --build --preset whole --target fusiform_null_study fusiform_planted_subjects
    build/whole/bin/fusiform_null_study || status=1
    metadata=${FUSIFORM_TEST_DATA:-../shared/data}/ds001761-metadata
    if [ -d "$metadata" ]; then
        planted=$(mktemp -d)
        build/whole/bin/fusiform_planted_subjects "$metadata" "$planted" || status=1
        rm -rf "$planted"
    else
        echo "The planted subjects were skipped: $metadata is not on this machine."
    fi
    # 77: what is missing has been said.
    packaging/deb.sh whole && packaging/check-deb.sh || [ $? -eq 77 ] || status=1
    if command -v patchelf >/dev/null; then
        FUSIFORM_ARCHIVE=no packaging/bundle.sh build/whole && packaging/check-bundle.sh || [ $? -eq 77 ] || status=1
    else
        echo "SKIP: the bundle: patchelf is not there (package patchelf)"
    fi
fi
# ctest's own summary closes the output.
sed -n '/tests passed/,$p' "$log.out"
rm -f "$log.out"
exit "$status"
