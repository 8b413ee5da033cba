# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For scripts that try the program on another, bare Debian; to be sourced.

# needChroot NAME: ends the script with 77 where no chroot can be made.
needChroot() {
    local reason=
    command -v debootstrap >/dev/null || reason="debootstrap is not there (package debootstrap)"
    [ "$(id -u)" -eq 0 ] || reason="making a chroot needs root"
    [ -n "$reason" ] || return 0
    echo "SKIP: $1: $reason"
    exit 77
}

# The mirror that this machine's own packages come from.
# shellcheck disable=SC2016  # apt's words
ownMirror() { apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1; }

# freshChroot SUITE FOLDER: a minimal Debian; what debootstrap made is kept beside it and copied.
freshChroot() {
    local base=$2-base
    if [ ! -e "$base/.complete" ]; then
        rm -rf "$base"
        debootstrap --variant=minbase "$1" "$base" "${FUSIFORM_MIRROR:-$(ownMirror)}" >"$base.log" 2>&1 ||
            { tail -n 5 "$base.log" >&2; echo "debootstrap could not make $1" >&2; exit 1; }
        touch "$base/.complete"
    fi
    rm -rf --one-file-system "$2"
    cp -a --reflink=auto "$base" "$2"
    cp /etc/resolv.conf "$2/etc/resolv.conf"
}

# inChroot FOLDER COMMAND...: with /proc and /dev, which vanish with the command; without a network where isOffline is yes.
inChroot() {
    local folder=$1 network=()
    shift
    [ "${isOffline:-no}" = no ] || network=(--net)
    unshare --mount --pid --fork "${network[@]}" bash -c '
        mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && cd / && exec chroot "$0" env -i \
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"' "$folder" "$@"
}

# asUser FOLDER SHELL-TEXT: as the user "tester" of the chroot, in its home.
asUser() { inChroot "$1" su - tester -c "export LANG=C.UTF-8; $2"; }

# tryHeadless FOLDER PROGRAM: the demonstration without a display must find who was seen.
tryHeadless() {
    local out=$1/home/tester/demo pairwise
    if asUser "$1" "$2 --help" | grep -q '^  doctor '; then
        asUser "$1" "$2 doctor" || { echo "doctor found something" >&2; exit 1; }
    fi
    asUser "$1" "$2 demo --quiet --out demo" || { echo "the demonstration failed" >&2; exit 1; }
    pairwise=$(grep -oE '"pairwise": *[0-9.]+' "$out/summary.json" | head -n 1 | grep -oE '[0-9.]+$')
    echo "demonstration: pairwise ${pairwise:?summary.json has no score}, $(find "$out" -name '*.png' | wc -l) pictures"
    # Chance is .5.
    awk -v p="$pairwise" 'BEGIN { exit !(p > 0.9) }' || { echo "the demonstration is worse than it should be" >&2; exit 1; }
}

# tryWindow FOLDER PROGRAM PICTURE: the window on a virtual screen, drawn by software, must show more than one colour.
tryWindow() {
    asUser "$1" "mkdir -pm 700 run && XDG_RUNTIME_DIR=\$PWD/run xvfb-run -a -s '-screen 0 1600x1000x24' \
        timeout 300 $2 --demo --screenshot window.png --after ${FUSIFORM_AFTER:-30000}" >"$3.log" 2>&1 ||
        { tail -n 20 "$3.log" >&2; echo "the window did not start" >&2; exit 1; }
    cp "$1/home/tester/window.png" "$3"
    [ "$(stat -c %s "$3")" -gt 100000 ] || { echo "the picture of the window is nearly empty: $3" >&2; exit 1; }
}
