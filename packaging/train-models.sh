#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Trains the built-in face model anew: renders more portraits, trains in four steps, measures on portraits of which no step saw any,
# and writes the model, its axes, its tables of losses and its pictures. Stopped and called again, it goes on where it was.
#   packaging/train-models.sh [THREADS]
# About six hours on one core beside other work. On a machine that does other work too, say 1 thread: the threads of oneDNN wait for
# each other actively, and half of the time went into that waiting.
set -euo pipefail
cd "$(dirname "$0")/.."

threads=${1:-1}
program=${FUSIFORM_CLI:-build/dev/bin/fusiform-cli}
work=${FUSIFORM_TRAINING:-build/train-models}
name=portraits-vaegan
portraits=16000
unseen=1000
mkdir -p "$work" resources/models docs/models

# Passive waiting leaves the processor to others between operations. The memory settings keep freed
# arrays in the process instead of returning them to the system after each operation.
export OMP_WAIT_POLICY=PASSIVE
export MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=67108864
export PORTRAITS_WORK=${PORTRAITS_WORK:-$PWD/$work/render}

PORTRAITS_OUT=$PWD/$work/portraits packaging/portraits/render.sh "$portraits" 2026
PORTRAITS_OUT=$PWD/$work/unseen packaging/portraits/render.sh "$unseen" 2026 $((portraits + 1))

# STEP FROM EPOCHS RECIPE...
train() {
    step=$1 from=$2 epochs=$3
    shift 3
    [ ! -e "$work/$step.safetensors" ] || return 0
    "$program" train-model --kind vaegan --images "$work/portraits/pictures" --out "$work/$step.safetensors" \
        --latent 256 --epochs "$epochs" --threads "$threads" --precision bfloat16 --seed 1 --held-out 300 --measure-every 1 \
        --attributes "$work/portraits/list_attr.txt" --training "16,000 rendered portraits of Fusiform, 300 held out" \
        ${from:+--start-from "$work/$from.safetensors.checkpoint"} "$@" \
        --log "$work/$step.tsv" --sheets "$work/sheets-$step" --keep-checkpoint --resume
}

train shapes "" 24 --recipe first_stage=1
# A weak discriminator first: a strong one on soft faces makes coloured specks at eyes and lips.
train soft shapes 4 --recipe first_stage=0 --recipe adversarial_weight=0.003
# Errors of colour weigh ten times, against those specks; the gradient penalty keeps the discriminator from winning by them.
train detail soft 6 --recipe first_stage=0 --recipe second_rate=0.0003 --recipe adversarial_weight=0.015 \
    --recipe feature_weight=0.6 --recipe gradient_penalty=0.1 --recipe chroma_weight=10 --recipe attribute_weight=0.03

# Codes that tell what a face is: the encoder alone, its codes held near those that the generator knows.
[ -e "$work/tuned.safetensors" ] || "$program" train-model --tune-encoder "${SHIPPED:-$work/detail.safetensors}" \
    --images "$work/portraits/pictures" --attributes "$work/portraits/list_attr.txt" --weigh Young=3 --weigh Smiling=1 \
    --epochs 5 --batch 64 --threads "$threads" --seed 1 --held-out 300 --log "$work/tuned.tsv" --out "$work/tuned.safetensors"

# Which epoch is tuned is a rule and a look at its sheets (docs/models/portraits-vaegan.md): say it as SHIPPED, or the last one does.
cp "$work/tuned.safetensors" "resources/models/$name.safetensors"
for step in shapes soft detail tuned; do
    cp "$work/$step.tsv" "docs/models/$name-$step.tsv"
done
mkdir -p "$work/sheets-unseen"
"$program" measure-model "resources/models/$name.safetensors" --images "$work/unseen/pictures" --sheets "$work/sheets-unseen" \
    --attributes "$work/unseen/list_attr.txt" --attributes "$work/portraits/list_attr.txt" --learn "$work/portraits/pictures"
"$program" attributes "resources/models/$name.safetensors" --images resources/portraits/pictures \
    --attributes resources/portraits/list_attr.txt --overwrite
