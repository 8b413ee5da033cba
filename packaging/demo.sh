#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a clean machine to the window: installs what is needed, builds, opens Fusiform.
#   packaging/demo.sh [FIT or BIDS folder]
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-deps.sh --no-tests
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
cmake --preset dev -DFUSIFORM_TESTS=OFF -B build/demo >/dev/null
cmake --build build/demo
exec build/demo/bin/fusiform "$@"
