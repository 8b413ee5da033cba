#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian packages fusiform-data, fusiform-cli and fusiform into build/packages.
#   packaging/deb.sh [PRESET]      default: release
set -euo pipefail
cd "$(dirname "$0")/.."

preset=${1:-release}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH # dpkg-deb gives no file a later time, and records this one
packaging/install-deps.sh --no-tests
cmake --preset "$preset" >/dev/null
targets=(fusiform-cli)
grep -q '^FUSIFORM_GUI:BOOL=ON' "build/$preset/CMakeCache.txt" && targets+=(fusiform)
grep -q '^FUSIFORM_TORCH:BOOL=ON' "build/$preset/CMakeCache.txt" && targets+=(fusiform_torch)
cmake --build "build/$preset" --target "${targets[@]}"
mkdir -p build/packages
rm -f build/packages/*.deb
(umask 022 && cpack --config "build/$preset/CPackConfig.cmake" -B build/packages >build/packages/cpack.log) || {
    tail -n 20 build/packages/cpack.log >&2
    exit 1
}
rm -rf build/packages/_CPack_Packages
ls -1 build/packages/*.deb
