#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Trains the built-in face model anew on the portraits and writes it, its table of losses and its picture.
# Stopped and called again with the same numbers, it goes on from its last checkpoint.
#   packaging/train-models.sh [EPOCHS [THREADS [EPOCH THAT SHIPS]]]
# The schedule follows the steps, so the same numbers give the same model within 1e-5 per step. 55 epochs
# take about an hour and a half on one core. On a machine that does other work too, say 1 thread: the
# threads of oneDNN wait for each other actively, and half of the time went into that waiting.
set -euo pipefail
cd "$(dirname "$0")/.."

epochs=${1:-55}
threads=${2:-1}
program=${FUSIFORM_CLI:-build/dev/bin/fusiform-cli}
work=${FUSIFORM_TRAINING:-build/train-models}
mkdir -p "$work"

# Passive waiting leaves the processor to others between operations. The memory settings keep freed
# arrays in the process instead of returning them to the system after each operation.
export OMP_WAIT_POLICY=PASSIVE
export MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=67108864

"$program" train-model --kind vaegan --images resources/portraits/pictures \
    --out "$work/portraits-vaegan.safetensors" \
    --latent 256 --epochs "$epochs" --threads "$threads" --precision bfloat16 --seed 1 \
    --held-out 300 --measure-every 5 --attributes resources/portraits/list_attr.txt \
    --training "4,000 rendered portraits of Fusiform, 300 held out" \
    --log "$work/portraits-vaegan-training.tsv" --sheets "$work/sheets" \
    --resume --overwrite

# The adversarial part, from epoch 42 on, made coloured specks at eyes and lips, so the model that ships is
# the one measured at epoch 40, before it (docs/models/portraits-vaegan.md).
shipped=${3:-40}
mkdir -p resources/models docs/models
cp "$work/sheets/epoch-$shipped.safetensors" resources/models/portraits-vaegan.safetensors
cp "$work/portraits-vaegan-training.tsv" docs/models/
