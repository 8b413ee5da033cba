#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The bill of materials and the list of licences: sound JSON, every library of the headless program in a package of both.
set -uo pipefail
. "$(dirname "$0")/support.sh" "$@"
for needed in dpkg-query perl ldd; do
    command -v "$needed" >/dev/null || { skip "$needed is not there"; echo PASS; exit 0; }
done

SOURCE_DATE_EPOCH=86400 "$root/packaging/sbom.sh" "$work/sbom.json" "$cli" 2>/dev/null || fail "sbom.sh"
"$root/packaging/licences.sh" "$work/licences.md" "$cli" 2>/dev/null || fail "licences.sh"
perl -MJSON::PP -e '
    local $/;
    my $sbom = decode_json(<STDIN>);
    my %known = map { $_->{SPDXID} => 1 } @{$sbom->{packages}}, @{$sbom->{files}};
    for my $link (@{$sbom->{relationships}}) {
        print "unknown $link->{relatedSpdxElement}\n" unless $known{$link->{relatedSpdxElement}};
    }
    print "created $sbom->{creationInfo}{created}\n" unless $sbom->{creationInfo}{created} eq "1970-01-02T00:00:00Z";
    print "package $_->{name} $_->{versionInfo}\n" for @{$sbom->{packages}};
    print "sum $_->{checksums}[1]{checksumValue}\n" for @{$sbom->{files}};
' <"$work/sbom.json" >"$work/found" || fail "the bill of materials is not JSON"
grep -E '^(unknown|created)' "$work/found" && fail "the bill of materials contradicts itself"
grep -q "^sum $(sha256sum "$cli" | cut -d' ' -f1)$" "$work/found" || fail "the sum of the program is another"

# The truth, library by library: the package that owns the file.
count=0
while read -r path; do
    path=$(realpath "$path")
    package=$(dpkg-query -S "$path" "${path#/usr}" "/usr$path" 2>/dev/null | head -n 1 | sed 's/:.*//')
    [ -n "$package" ] || continue # built here, of no package
    count=$((count + 1))
    version=$(dpkg-query -W -f='${Version}' "$package")
    grep -q "^package $package " "$work/found" || fail "the bill of materials lacks $package ($path)"
    grep -qxF "package $package $version" "$work/found" || fail "the bill of materials has another version of $package"
    grep -qF "| $package |" "$work/licences.md" || fail "the list of licences lacks $package"
done < <(ldd "$cli" | awk '$3 ~ /^\// {print $3}')
[ "$count" -gt 10 ] || fail "only $count libraries were looked at"
finish
