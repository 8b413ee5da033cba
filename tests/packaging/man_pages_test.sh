#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The manual pages: every option and subcommand of --help stands in them, and nothing else; they are sound man(7).
set -uo pipefail
. "$(dirname "$0")/support.sh" "$@"
export SOURCE_DATE_EPOCH=86400

# The bold words with dashes of a part of a page.
optionsOfPage() { sed 's/\\-/-/g' | grep -A1 '^\.TP' | grep -oE -- '\\fB-[^\\]*' | sed 's/\\fB//' | sort -u; }

# compareOptions NAME HELP PAGE-PART
compareOptions() {
    optionsOfHelp <"$2" >"$work/wanted"
    optionsOfPage <"$3" >"$work/found"
    [ -s "$work/wanted" ] || fail "$1: no option in --help"
    cmp -s "$work/wanted" "$work/found" ||
        fail "$1: the page lacks $(missing "$work/wanted" "$work/found"); it invents $(missing "$work/found" "$work/wanted")"
}

"$cli" --man-page >"$work/cli.1" || fail "fusiform-cli --man-page"
sed '/^\.SH SUBCOMMANDS/,$d' "$work/cli.1" >"$work/part"
"$cli" --help >"$work/help"
compareOptions fusiform-cli "$work/help" "$work/part"
names=$(subcommands)
[ "$(wc -w <<<"$names")" -gt 15 ] || fail "only these subcommands were found: $names"
for name in $names; do
    "$cli" "$name" --help >"$work/help"
    awk -v title=".SS ${name//-/\\\\-}" '/^\.S[SH] /{on = ($0 == title)} on' "$work/cli.1" >"$work/part"
    [ -s "$work/part" ] || { fail "$name has no section"; continue; }
    compareOptions "$name" "$work/help" "$work/part"
done
grep -q ' 1 1970-01-02 ' "$work/cli.1" || fail "the date is not that of SOURCE_DATE_EPOCH"

if [ -n "$window" ]; then
    "$window" --man-page >"$work/window.1" 2>/dev/null || fail "fusiform --man-page"
    "$window" --help >"$work/help" 2>/dev/null
    compareOptions fusiform "$work/help" "$work/window.1"
fi

for page in "$work"/*.1; do
    if command -v mandoc >/dev/null; then
        mandoc -T lint "$page" | grep -E 'WARNING|ERROR|UNSUPP' >"$work/lint" && fail "mandoc: $(cat "$work/lint")"
    elif command -v man >/dev/null && command -v groff >/dev/null; then
        man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null | grep . >"$work/lint" && fail "man: $(cat "$work/lint")"
    else
        skip "neither mandoc nor man is there to check $(basename "$page")"
    fi
done
finish
