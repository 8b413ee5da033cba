# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What programs are linked to, and which Debian packages it is from; to be sourced.

# linkedLibraries FILE...: the path of every library that the loader would take, one a line. @LIST stands for a file of paths.
linkedLibraries() {
    local file
    for file in "$@"; do
        case $file in
        @*) cat "${file#@}" ;;
        *) ldd "$file" | awk '$2 == "=>" && $3 ~ /^\// {print $3}' ;;
        esac
    done | sort -u
}

# linkedPackages FILE...: "package version source" of every package that a library is from, one a line.
linkedPackages() {
    local paths
    mapfile -t paths < <(linkedLibraries "$@")
    # dpkg knows a file by the name it was installed as: behind alternatives, and with or without the /usr of merged folders.
    mapfile -t paths < <({ printf '%s\n' "${paths[@]}"; realpath "${paths[@]}"; } | sed -E 'p; s#^/usr/#/#; t; s#^/#/usr/#' | sort -u)
    # shellcheck disable=SC2016  # dpkg's placeholders
    { dpkg-query -S "${paths[@]}" 2>/dev/null || true; } | grep -v '^diversion' | sed 's/: .*//; s/,.*//' | sort -u |
        xargs dpkg-query -W -f='${Package} ${Version} ${source:Package}\n' | sort -u
}

# licencesOf PACKAGE: the short names in its machine-readable copyright file, joined by ", "; nothing if it has none.
licencesOf() {
    local file=/usr/share/doc/$1/copyright
    grep -qiE '^Format: *http' "$file" 2>/dev/null || return 0
    # Not of the stanza about debian/: what builds the package is not in it.
    awk '/^Files:/ {skip = ($0 ~ /^Files: *debian\/\*? *$/)} /^License:/ && !skip {sub(/^License:[ \t]*/, ""); if ($0 != "") print}' "$file" |
        tr '\t' ' ' | sort -u | paste -sd, | sed 's/ *, */, /g'
}
