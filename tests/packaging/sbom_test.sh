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

# The truth from the other side: the files that those packages own, and the versions dpkg has.
grep '^package ' "$work/found" | cut -d' ' -f2 | grep -v '^fusiform$' >"$work/packages"
xargs dpkg-query -L <"$work/packages" | sort -u >"$work/owned"
count=0
while read -r path; do
    path=$(realpath "$path")
    case $path in /usr/lib/* | /lib/*) ;; *) continue ;; esac # built here, of no package
    count=$((count + 1))
    grep -qxF -e "$path" -e "${path#/usr}" "$work/owned" || fail "the bill of materials lacks the package of $path"
done < <(ldd "$cli" | awk '$3 ~ /^\// {print $3}')
[ "$count" -gt 10 ] || fail "only $count libraries were looked at"
while read -r package version; do
    grep -qxF "package $package $version" "$work/found" || fail "the bill of materials has another version of $package than $version"
    grep -qF "| $package | $version |" "$work/licences.md" || fail "the list of licences lacks $package $version"
done < <(xargs dpkg-query -W -f='${Package} ${Version}\n' <"$work/packages")
finish
