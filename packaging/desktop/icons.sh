#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the sizes of the icon anew from its two SVG files, into icons/. Needs rsvg-convert (librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")/icons"

for size in 16 22 24 32; do
    rsvg-convert -w "$size" -h "$size" small.svg -o "$size.png"
done
for size in 48 64 128 256; do
    rsvg-convert -w "$size" -h "$size" org.fusiform.Fusiform.svg -o "$size.png"
done
