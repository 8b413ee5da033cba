#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries the portable bundle on a bare Debian made with debootstrap: the headless program with nothing but the base system, the
# window with a virtual screen beside it, both as a user without rights and without a network.
#   packaging/check-bundle.sh [BUNDLE-FOLDER [WORK-FOLDER]]     default: build/bundle/fusiform-* build/check-bundle
# Needs root, debootstrap and Debian's mirror; ends with 77 without. FUSIFORM_SUITE=trixie tries a newer Debian.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/chroot.sh

bundle=${1:-$(find build/bundle -maxdepth 1 -type d -name 'fusiform-*' 2>/dev/null | sort -V | tail -n 1)}
[ -x "$bundle/fusiform" ] || { echo "check-bundle: no bundle in ${bundle:-build/bundle}; packaging/bundle.sh makes it" >&2; exit 1; }
bundle=$(realpath "$bundle")
work=${2:-build/check-bundle}
mkdir -p "$work"
work=$(realpath "$work")
needChroot check-bundle
suite=${FUSIFORM_SUITE:-bookworm}
chroot=$work/$suite
freshChroot "$suite" "$chroot"
inChroot "$chroot" useradd -m tester
cp -a --reflink=auto "$bundle" "$chroot/home/tester/bundle"
chmod -R a-w "$chroot/home/tester/bundle" # as from a medium that cannot be written to

isOffline=yes
tryHeadless "$chroot" bundle/fusiform-cli
isOffline=no
inChroot "$chroot" sh -c 'apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends xvfb xauth libgl1-mesa-dri' \
    >"$work/install.log" 2>&1 || { tail -n 20 "$work/install.log"; exit 1; }
isOffline=yes
tryWindow "$chroot" bundle/fusiform "$work/window-$suite.png"
if grep -i 'fontconfig error\|xkbcommon: ERROR\|cannot load' "$work/window-$suite.png.log"; then
    echo "check-bundle: the window misses something" >&2
    exit 1
fi
echo "check-bundle: passed on $suite; the window is in $work/window-$suite.png"
