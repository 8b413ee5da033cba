#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the list of third-party packages that programs are linked to, with their licences, from Debian's copyright files.
#   packaging/licences.sh OUT.md FILE...                the list alone
#   packaging/licences.sh --texts FOLDER OUT.md FILE... also every copyright file, into FOLDER/PACKAGE
# @LIST instead of programs: a file with the paths of the libraries.
set -euo pipefail
. "$(dirname "$0")/linked.sh"

texts=
if [ "${1:-}" = --texts ]; then
    texts=${2:?licences: --texts needs a folder}
    shift 2
fi
out=${1:?usage: licences.sh [--texts FOLDER] OUT.md FILE...}
shift
[ $# -gt 0 ] || { echo "licences: no program is named" >&2; exit 2; }

{
    echo "# Third-party packages"
    echo
    echo "The programs are linked to libraries of these Debian packages. The names are those of the packages' copyright files, which"
    echo "tell what is under which licence; \"see its text\" stands where a file is not machine-readable."
    echo
    echo "| package | version | source | licences |"
    echo "|---|---|---|---|"
    linkedPackages "$@" | while read -r package version source; do
        licences=$(licencesOf "$package")
        echo "| $package | $version | $source | ${licences:-see its text} |"
        if [ -n "$texts" ]; then
            mkdir -p "$texts/$package"
            cp -L "/usr/share/doc/$package/copyright" "$texts/$package/"
        fi
    done
} >"$out"
# Texts that copyright files refer to.
[ -z "$texts" ] || cp -rL /usr/share/common-licenses "$texts/common-licenses"
echo "licences: $(tail -n +8 "$out" | wc -l) packages in $out" >&2
