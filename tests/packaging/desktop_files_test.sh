#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The desktop entry, the AppStream page and the MIME type: sound, and of one mind with each other and with the program.
set -uo pipefail
. "$(dirname "$0")/support.sh" "$@"
desktop=$root/packaging/desktop
entry=$desktop/org.fusiform.Fusiform.desktop
mime=$desktop/fusiform-session.xml
version=$("$cli" --version | cut -d' ' -f2)
page=$work/org.fusiform.Fusiform.metainfo.xml
sed "s/@PROJECT_VERSION@/$version/; s/@FUSIFORM_DATE@/2026-01-01/" "$desktop/org.fusiform.Fusiform.metainfo.xml.in" >"$page"
grep -q '@' "$page" && fail "the AppStream page has a placeholder left"

grep -qx "version: $version" "$root/CITATION.cff" || fail "CITATION.cff has another version than $version"
type=$(sed -nE 's/.*<mime-type type="([^"]*)".*/\1/p' "$mime")
[ "$type" = application/x-fusiform-session ] || fail "the MIME type is $type"
grep -q '<glob pattern="\*.fusiform"/>' "$mime" || fail "no file name has the MIME type"
grep -qE "^MimeType=(.*;)?$type;" "$entry" || fail "the desktop entry does not open $type"
grep -q "<mediatype>$type</mediatype>" "$page" || fail "the AppStream page does not name $type"
grep -q '^Exec=fusiform %f$' "$entry" || fail "the desktop entry does not hand the file over"
grep -q '<launchable type="desktop-id">org.fusiform.Fusiform.desktop<' "$page" || fail "the AppStream page names another entry"
icon=$(sed -n 's/^Icon=//p' "$entry")
[ -f "$desktop/icons/$icon.svg" ] || fail "the icon $icon is not there"
for size in 16 22 24 32 48 64 128 256; do
    # Width and height stand at byte 16 of a PNG.
    found=$(od -An -j16 -N8 -tu1 "$desktop/icons/$size.png" | awk '{print $3 * 256 + $4 "x" $7 * 256 + $8}')
    [ "$found" = "${size}x$size" ] || fail "icons/$size.png is $found"
done
if [ -n "$window" ]; then
    for option in $(sed -nE 's/^Exec=fusiform (--[a-z]*).*/\1/p' "$entry"); do
        "$window" --help 2>/dev/null | grep -q -- "$option" || fail "the desktop entry uses $option, which the program does not know"
    done
fi

if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate "$entry" || fail "desktop-file-validate"
else
    skip "desktop-file-validate is not there (package desktop-file-utils)"
fi
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net "$page" || fail "appstreamcli"
else
    skip "appstreamcli is not there (package appstream)"
fi
if command -v update-mime-database >/dev/null; then
    # The database says which type a name has.
    mkdir -p "$work/mime/packages"
    cp "$mime" "$work/mime/packages/"
    update-mime-database "$work/mime" || fail "update-mime-database"
    grep -q "^50:$type:\*.fusiform" "$work/mime/globs2" || fail "the database does not know *.fusiform"
else
    skip "update-mime-database is not there (package shared-mime-info)"
fi
finish
