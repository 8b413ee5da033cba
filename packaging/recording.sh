#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Records a region being painted while its faces follow, into docs/images/brushing.webp. Needs ImageMagick and Xvfb.
#   packaging/recording.sh [PRESET]
set -euo pipefail
cd "$(dirname "$0")/.."

build=build/${1:-dev}
frames=$(mktemp -d)
trap 'rm -rf "$frames"' EXIT
cmake --build "$build" --target fusiform_recording
LIBGL_ALWAYS_SOFTWARE=1 FUSIFORM_RESOURCES=$PWD/resources \
    xvfb-run -a -s "-screen 0 1600x1000x24" "$build/bin/fusiform_recording" "$frames"
convert -loop 0 -delay 40 "$frames"/*.png -resize 1000x -quality 82 -define webp:method=6 docs/images/brushing.webp
