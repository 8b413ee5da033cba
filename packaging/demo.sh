#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a clean machine to faces read from a brain: installs what is needed, builds, and opens Fusiform on
# the demonstration. Without a display, or with --headless, the same results are written as pictures and
# JSON into a folder.
#   packaging/demo.sh                  opens the window
#   packaging/demo.sh --headless OUT   writes into OUT
#   packaging/demo.sh FOLDER           opens a fit or a BIDS study instead
set -euo pipefail
start=$PWD
cd "$(dirname "$0")/.."

headless=
case ${1:-} in
--headless)
    headless=${2:?demo.sh: --headless needs a folder}
    ;;
"")
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=fusiform-demo
    ;;
esac

packaging/install-deps.sh --no-tests
cmake --preset whole -DFUSIFORM_TESTS=OFF -B build/demo >/dev/null
cmake --build build/demo
programs=$PWD/build/demo/bin

cd "$start"
if [ -n "$headless" ]; then
    "$programs/fusiform-cli" demo --out "$headless" --overwrite
    echo "demo: pictures, index.html and summary.json are in $headless"
elif [ $# -gt 0 ]; then
    exec "$programs/fusiform" "$@"
else
    exec "$programs/fusiform" --demo
fi
