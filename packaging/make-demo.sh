#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the demonstration that ships with the program anew: simulates a study, fits it with every
# built-in face model, and replaces resources/demo/fit. Some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${FUSIFORM_CLI:-build/dev/bin/fusiform-cli}
work=build/make-demo
"$program" demo --rebuild --out "$work" --overwrite
mkdir -p resources/demo
rm -rf resources/demo/fit
cp -r "$work/fit" resources/demo/fit
