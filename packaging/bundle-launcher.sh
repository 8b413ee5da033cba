#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts the program of this folder that is called as this file is; what the machine has is preferred where it must be.
here=$(dirname "$(readlink -f "$0")")
name=$(basename "$0")
[ -x "$here/bin/$name" ] || name=fusiform

needed=@GLIBC@
found=$(ldd --version 2>/dev/null | sed -n '1s/.* //p')
if [ -z "$found" ] || [ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" != "$needed" ]; then
    echo "Fusiform needs the C library glibc $needed or newer; this machine has ${found:-another one}." >&2
    exit 1
fi

# Libraries that OpenGL's drivers use too come from the machine; those it lacks, from here.
cache=$(/sbin/ldconfig -p 2>/dev/null || ldconfig -p 2>/dev/null)
for folder in "$here"/lib/fallback/*; do
    library=${folder##*/}
    path=$(printf '%s\n' "$cache" | sed -n "s/^[[:space:]]*$library (.*x86-64.*=> //p; s/^[[:space:]]*$library (.*AArch64.*=> //p" | head -n 1)
    if [ "$library" = libstdc++.so.6 ] && [ -n "$path" ] && ! grep -q 'GLIBCXX_@GLIBCXX@' "$path"; then
        path=
    fi
    [ -n "$path" ] || LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
done
[ -z "${LD_LIBRARY_PATH:-}" ] || export LD_LIBRARY_PATH

[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="${FONTCONFIG_FILE:-$here/share/fallback/fonts/fonts.conf}"
[ -d /usr/share/X11/xkb ] || export XKB_CONFIG_ROOT="${XKB_CONFIG_ROOT:-$here/share/fallback/xkb}"
exec "$here/bin/$name" "$@"
