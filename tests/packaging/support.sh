# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts of this folder: failures are counted, said, and are the exit status.
cli=$1
window=${2:-}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
    echo "FAIL! $*"
    failures=$((failures + 1))
}

skip() { echo "SKIP: $*"; }

# The option names that a help text lists, one a line; "--a,--no-a{false}" are two.
optionsOfHelp() { grep -E '^ +-' | sed -E 's/^ +//; s/  .*//' | grep -oE -- '(^|[ ,])--?[A-Za-z][A-Za-z0-9-]*' | tr -d ' ,' | sort -u; }

# The subcommands that the program's help lists.
subcommands() { "$cli" --help | sed -n '/^Subcommands:/,$p' | sed -nE 's/^  ([a-z][a-z-]*) .*/\1/p'; }

# missing A B: lines of file A that file B lacks.
missing() { comm -23 "$1" "$2" | tr '\n' ' '; }

finish() {
    [ "$failures" -eq 0 ] || exit 1
    echo "PASS"
}
