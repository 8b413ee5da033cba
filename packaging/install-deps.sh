#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building, running and testing Fusiform needs, from Debian's own packages.
# Quick when everything is there. Usage: packaging/install-deps.sh [--no-tests]
set -euo pipefail

build=(g++ cmake ninja-build ccache pkg-config file dpkg-dev lld git
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libssl-dev
    libqt6opengl6-dev libgl-dev libegl-dev
    libvtk9-dev libeigen3-dev libopenblas-dev libmatio-dev libhdf5-dev
    libboost-math-dev nlohmann-json3-dev libcli11-dev libdeflate-dev libzip-dev
    zlib1g-dev libexpat1-dev libjpeg62-turbo-dev libpng-dev libsnappy-dev libcairo2-dev libinsighttoolkit5-dev libtorch-dev libgloo-dev)
run=(libqt6svg6 qt6-qpa-plugins libgl1-mesa-dri libegl1 fonts-dejavu-core mricron-data)
tests=(libbenchmark-dev xvfb xauth appstream desktop-file-utils mandoc clang clang-format libclang-rt-14-dev llvm-14 python3-numpy)

wanted=("${build[@]}" "${run[@]}")
[ "${1:-}" = --no-tests ] || wanted+=("${tests[@]}")

missingPackages() {
    local name
    for name in "$@"; do
        # Architecture-qualified names and transitional packages make "dpkg -s" the reliable question.
        dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || echo "$name"
    done
}

mapfile -t missing < <(missingPackages "${wanted[@]}")
[ "${#missing[@]}" -gt 0 ] || exit 0

asRoot=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "install-deps: these packages are missing and there is no sudo to install them: ${missing[*]}" >&2
        exit 1
    }
    asRoot=(sudo)
fi

echo "install-deps: installing ${#missing[@]} packages" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
"${asRoot[@]}" apt-get update -q >"$log" 2>&1 || { tail -n 5 "$log" >&2; echo "install-deps: the package lists could not be updated; going on with the old ones" >&2; }
if ! "${asRoot[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
    # One package that cannot be had must not hide the others: try them one by one and name what is left.
    for name in "${missing[@]}"; do
        "${asRoot[@]}" apt-get install -y -q --no-install-recommends "$name" >>"$log" 2>&1 || true
    done
fi
mapfile -t missing < <(missingPackages "${wanted[@]}")
if [ "${#missing[@]}" -gt 0 ]; then
    tail -n 20 "$log" >&2
    echo "install-deps: could not install: ${missing[*]}" >&2
    exit 1
fi
rm -f "$log"
