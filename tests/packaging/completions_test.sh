#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The completions: what a shell offers is what --help lists. bash and fish are asked; zsh, which answers only at a terminal,
# reads the file and the file is read.
set -uo pipefail
. "$(dirname "$0")/support.sh" "$@"

for shell in bash zsh fish; do
    "$cli" --completion "$shell" >"$work/cli.$shell" || fail "fusiform-cli --completion $shell"
    [ -z "$window" ] || "$window" --completion "$shell" >"$work/window.$shell" 2>/dev/null || fail "fusiform --completion $shell"
done
"$cli" --completion tcsh >/dev/null 2>&1
[ $? -eq 2 ] || fail "an unknown shell is wrong usage"

# offered WORDS...: what bash offers for the last of the words.
offered() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    "$function"
    printf '%s\n' "${COMPREPLY[@]}" | sort -u
}
compopt() { :; }

. "$work/cli.bash"
function=_fusiform_cli
subcommands | sort >"$work/wanted"
offered fusiform-cli "" >"$work/found"
cmp -s "$work/wanted" "$work/found" || fail "bash lacks the subcommands $(missing "$work/wanted" "$work/found")"
for name in $(subcommands); do
    "$cli" "$name" --help | optionsOfHelp >"$work/wanted"
    offered fusiform-cli "$name" - >"$work/found"
    cmp -s "$work/wanted" "$work/found" || fail "bash, $name: lacks $(missing "$work/wanted" "$work/found")"
    if command -v fish >/dev/null; then
        fish -c "source $work/cli.fish; complete -C 'fusiform-cli $name --'; complete -C 'fusiform-cli $name -'" |
            cut -f1 | grep '^-' | sort -u >"$work/found"
        [ -z "$(missing "$work/wanted" "$work/found")" ] || fail "fish, $name: lacks $(missing "$work/wanted" "$work/found")"
    fi
    awk -v title="        $name)" '$0 == title {on = 1} on; on && /;;/ {exit}' "$work/cli.zsh" |
        grep -oE "^ +'(\([^)]*\)|\*)--?[A-Za-z0-9-]+" | sed -E "s/^ +'(\([^)]*\)|\*)//" | sort -u >"$work/found"
    cmp -s "$work/wanted" "$work/found" || fail "zsh, $name: lacks $(missing "$work/wanted" "$work/found")"
done
[ "$(offered fusiform-cli fit --noise '' | tr '\n' ' ')" = "ar1 fast none " ] || fail "bash: values of fit --noise"
[ "$(offered fusiform-cli fit --noise = a | tr '\n' ' ')" = "ar1 " ] || fail "bash: values after an equals sign"
[ "$(offered fusiform-cli stats post | tr '\n' ' ')" = "posthoc " ] || fail "bash: choices of an argument"

# --no-overwrite does not replace.
grep -q 'no-overwrite\[Not\\\?: Replace' "$work/cli.zsh" || fail "zsh: help of a negated option"
grep -q -- "-l no-overwrite -d 'Not: Replace" "$work/cli.fish" || fail "fish: help of a negated option"

if [ -n "$window" ]; then
    . "$work/window.bash"
    function=_fusiform
    "$window" --help 2>/dev/null | optionsOfHelp >"$work/wanted"
    offered fusiform - >"$work/found"
    cmp -s "$work/wanted" "$work/found" || fail "bash, the window: lacks $(missing "$work/wanted" "$work/found")"
fi
for shell in zsh fish; do
    command -v "$shell" >/dev/null || { skip "$shell is not there to read its completions"; continue; }
    for file in "$work"/*."$shell"; do
        "$shell" -n "$file" || fail "$shell does not read $(basename "$file")"
    done
done
finish
