#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes a software bill of materials in SPDX 2.3 (JSON): Fusiform's own files with their sums, and the Debian packages of every
# library that they are linked to.
#   packaging/sbom.sh OUT.json FILE... [@LIST]    programs and modules; @LIST: a file with the paths of the libraries, instead of all linked
set -euo pipefail
. "$(dirname "$0")/linked.sh"

out=${1:?usage: sbom.sh OUT.json FILE...}
shift
[ $# -gt 0 ] || { echo "sbom: no program is named" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
version=$(sed -nE 's/^project\(fusiform VERSION ([0-9.]+).*/\1/p' "$root/CMakeLists.txt")
epoch=${SOURCE_DATE_EPOCH:-$(date +%s)}
created=$(date -u -d "@$epoch" +%Y-%m-%dT%H:%M:%SZ)

# SPDX identifiers have letters, digits, dots and dashes only.
id() { printf 'SPDXRef-%s' "$(tr -c 'A-Za-z0-9.\n-' '-' <<<"$1")"; }

# A list of libraries replaces what the programs are linked to.
programs=()
list=
for file in "$@"; do
    case $file in
    @*) list=$file ;;
    *) programs+=("$file") ;;
    esac
done
if [ -n "$list" ]; then packages=$(linkedPackages "$list"); else packages=$(linkedPackages "${programs[@]}"); fi
contents=$(sha256sum "${programs[@]}" | sort | sha256sum | cut -c1-32)
{
    cat <<HEAD
{
  "spdxVersion": "SPDX-2.3",
  "dataLicense": "CC0-1.0",
  "SPDXID": "SPDXRef-DOCUMENT",
  "name": "fusiform-$version",
  "documentNamespace": "urn:fusiform:sbom:$version:$contents",
  "creationInfo": {"created": "$created", "creators": ["Organization: The Fusiform developers", "Tool: packaging/sbom.sh"]},
  "packages": [
    {"SPDXID": "SPDXRef-fusiform", "name": "fusiform", "versionInfo": "$version", "supplier": "Organization: The Fusiform developers",
     "downloadLocation": "NOASSERTION", "filesAnalyzed": false, "licenseConcluded": "GPL-3.0-or-later",
     "licenseDeclared": "GPL-3.0-or-later", "copyrightText": "The Fusiform developers", "primaryPackagePurpose": "APPLICATION"}
HEAD
    while read -r package packageVersion source; do
        licences=$(licencesOf "$package" | sed 's/\\/\\\\/g; s/"/\\"/g')
        cat <<PACKAGE
    ,{"SPDXID": "$(id "$package")", "name": "$package", "versionInfo": "$packageVersion", "supplier": "Organization: Debian",
     "downloadLocation": "NOASSERTION", "filesAnalyzed": false, "licenseConcluded": "NOASSERTION", "licenseDeclared": "NOASSERTION",
     "licenseComments": "Debian's copyright file: ${licences:-not machine-readable}", "copyrightText": "NOASSERTION",
     "sourceInfo": "built from the Debian source package $source", "primaryPackagePurpose": "LIBRARY",
     "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
       "referenceLocator": "pkg:deb/debian/$package@${packageVersion//+/%2B}?arch=$(dpkg --print-architecture)"}]}
PACKAGE
    done <<<"$packages"
    echo '  ],'
    echo '  "files": ['
    separator=
    for file in "${programs[@]}"; do
        name=$(basename "$file")
        cat <<FILE
    $separator{"SPDXID": "$(id "file-$name")", "fileName": "./$name", "fileTypes": ["BINARY"],
     "checksums": [{"algorithm": "SHA1", "checksumValue": "$(sha1sum "$file" | cut -d' ' -f1)"},
       {"algorithm": "SHA256", "checksumValue": "$(sha256sum "$file" | cut -d' ' -f1)"}],
     "licenseConcluded": "GPL-3.0-or-later", "copyrightText": "The Fusiform developers"}
FILE
        separator=,
    done
    echo '  ],'
    echo '  "relationships": ['
    echo '    {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-fusiform"}'
    for file in "${programs[@]}"; do
        echo "    ,{\"spdxElementId\": \"SPDXRef-fusiform\", \"relationshipType\": \"CONTAINS\", \"relatedSpdxElement\": \"$(id "file-$(basename "$file")")\"}"
    done
    while read -r package _; do
        echo "    ,{\"spdxElementId\": \"SPDXRef-fusiform\", \"relationshipType\": \"DYNAMIC_LINK\", \"relatedSpdxElement\": \"$(id "$package")\"}"
    done <<<"$packages"
    echo '  ]'
    echo '}'
} >"$out"
echo "sbom: $(wc -l <<<"$packages") packages in $out" >&2
