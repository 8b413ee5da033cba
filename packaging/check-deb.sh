#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages on a clean Debian made with debootstrap and tries both programs there, as a user without rights.
#   packaging/check-deb.sh [FOLDER-OF-PACKAGES [WORK-FOLDER]]     default: build/packages build/check-deb
# The picture of the window stays as WORK-FOLDER/window.png. Needs root, debootstrap and Debian's mirror; ends with 77 without.
#   FUSIFORM_SUITE=bookworm   FUSIFORM_MIRROR=...   another Debian
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/chroot.sh

packages=$(realpath "${1:-build/packages}")
work=${2:-build/check-deb}
mkdir -p "$work"
work=$(realpath "$work")
compgen -G "$packages/fusiform_*.deb" >/dev/null || { echo "check-deb: no packages in $packages; packaging/deb.sh makes them" >&2; exit 1; }
needChroot check-deb
suite=${FUSIFORM_SUITE:-bookworm}
chroot=$work/$suite
freshChroot "$suite" "$chroot"

mkdir -p "$chroot/packages"
cp "$packages"/*.deb "$chroot/packages/"
inChroot "$chroot" sh -c 'apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends /packages/fusiform-data_*.deb /packages/fusiform-cli_*.deb' >"$work/install-cli.log" 2>&1 ||
    { tail -n 20 "$work/install-cli.log"; exit 1; }
echo "check-deb: fusiform-cli installed on a clean $suite, $(du -sxm "$chroot" | cut -f1) MB in all"
inChroot "$chroot" useradd -m tester
tryHeadless "$chroot" fusiform-cli

inChroot "$chroot" sh -c 'DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends /packages/fusiform_*.deb xvfb xauth man-db' >"$work/install.log" 2>&1 ||
    { tail -n 20 "$work/install.log"; exit 1; }
echo "check-deb: fusiform installed, $(du -sxm "$chroot" | cut -f1) MB in all"
tryWindow "$chroot" fusiform "$work/window.png"
asUser "$chroot" 'man -w fusiform fusiform-cli >/dev/null' || { echo "check-deb: man finds no page" >&2; exit 1; }

inChroot "$chroot" sh -c 'DEBIAN_FRONTEND=noninteractive apt-get -qq purge -y fusiform fusiform-cli fusiform-data' >"$work/purge.log" 2>&1
left=$(inChroot "$chroot" sh -c 'find /usr /etc /var/lib -iname "*fusiform*" -not -path "/var/lib/dpkg/*"')
[ -z "$left" ] || { echo "check-deb: purging leaves behind: $left" >&2; exit 1; }
echo "check-deb: passed; the window is in $work/window.png"
