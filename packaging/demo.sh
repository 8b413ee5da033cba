#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a clean machine to the demonstration: installs what is needed, builds, opens the window.
#   packaging/demo.sh                    the window on the demonstration
#   packaging/demo.sh --headless FOLDER  no display: pictures and JSON into FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-deps.sh --no-tests
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
cmake --preset dev -DFUSIFORM_TESTS=OFF -B build/demo >/dev/null
cmake --build build/demo

if [ "${1:-}" = --headless ] || { [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; }; then
    out=${2:-fusiform-demo}
    build/demo/bin/fusiform-cli demo --out "$out" --overwrite
    echo "The demonstration's pictures and numbers are in $out"
else
    exec build/demo/bin/fusiform --demo
fi
